#!/usr/bin/env bash
# The failover proof: servers and database nodes are killed again and again under work. README.md says how and why.
# Usage: benchmarks/failover/run.sh PLUMBLINE [--short] [--seed N] [--results FOLDER]
# Exits with 0 when it is proven, 1 when disproven, 2 when there is no proof either way, 77 when it was skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# A program, and the Debian package that brings it.
needed=(
    patroni:patroni patronictl:patroni etcd:etcd-server setpriv:util-linux python3:python3
    /usr/lib/postgresql/15/bin/postgres:postgresql-15
)

missing=()
for entry in "${needed[@]}"; do
    if ! command -v "${entry%%:*}" >/dev/null; then missing+=("${entry##*:}"); fi
done
if [ "${#missing[@]}" -gt 0 ]; then
    packages=$(printf '%s\n' "${missing[@]}" | sort -u | paste -sd ' ')
    echo "The failover proof is skipped, because programs are missing: apt-get install $packages" >&2
    exit 77
fi

exec python3 -B "$here/proof.py" "$@"
