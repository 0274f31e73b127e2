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

printf 'Reading a long answer, beside xmllint --stream on the same file\n'
"$program" benchmark qbxml "$folder/bills.xml"
for _ in 1 2 3; do
    TIMEFORMAT='xmllint --stream: %R s wall, %U s user, %S s system'
    time xmllint --stream --noout "$folder/bills.xml"
done
