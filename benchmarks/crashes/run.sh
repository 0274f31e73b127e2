#!/usr/bin/env bash
# The crash proof: servers and commands killed at random instants, and disks that fail. README.md says how and why.
# Usage: benchmarks/crashes/run.sh PLUMBLINE [--short] [--only kills|faults] [--seed N] [--results FOLDER]
# Exits with 0 when it is proven, 1 when disproven, 2 when there is no proof either way, 77 when it was skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# A program, and the Debian package that brings it.
needed=(cc:gcc setpriv:util-linux python3:python3)

missing=()
for entry in "${needed[@]}"; do
    if ! command -v "${entry%%:*}" >/dev/null; then missing+=("${entry##*:}"); fi
done
if [ "${#missing[@]}" -gt 0 ]; then
    echo "The crash proof is skipped, because programs are missing: apt-get install ${missing[*]}" >&2
    exit 77
fi

exec python3 -B "$here/proof.py" "$@"
