#!/usr/bin/env bash
# What a poll and a session cost with 100, 1,000 and 10,000 companies, on SQLite and on PostgreSQL.
# Usage: benchmarks/scale/run.sh PLUMBLINE [--quick]
# How to read the table: benchmarks/README.md
set -euo pipefail
program=${1:?the plumbline program, built for release}
shift
for tool in python3 taskset setpriv; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install python3 util-linux" >&2; exit 77; }
done
if [ "$(nproc)" -lt 2 ]; then
    echo "Two cores are needed: one for what is measured, one for the load." >&2
    exit 77
fi
exec python3 -B "$(dirname "$0")/matrix.py" "$program" "$@"
