#!/usr/bin/env bash
# A 5,000-line budget from file to confirmed estimate, three times, each on a database of its own.
# Usage: benchmarks/run.sh PLUMBLINE [RUNS]
set -euo pipefail
program=${1:?the plumbline program, built for release}
runs=${2:-3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for run in $(seq "$runs"); do
    printf 'Run %s of %s: 5,000 lines on 1,000 cost codes\n' "$run" "$runs"
    "$program" benchmark --lines 5000 --codes 1000 --data "$folder/run-$run"
done
