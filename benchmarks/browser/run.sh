#!/usr/bin/env bash
# How fast the budget page is with 5,000 lines: for the server, and in Chromium.
# Usage: benchmarks/browser/run.sh PLUMBLINE [--lines N] [--requests N]
# How to read the table: benchmarks/README.md
set -euo pipefail
program=$(realpath "${1:?the plumbline program, built for release}")
shift
here=$(cd "$(dirname "$0")" && pwd)
python="$here/../../.build-browser/bin/python3"
for tool in chromium setpriv; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: run packaging/install-browser.sh" >&2; exit 77; }
done
if [ ! -x "$python" ]; then
    echo "Playwright is missing: run packaging/install-browser.sh" >&2
    exit 77
fi
exec "$python" -B "$here/measure.py" "$program" "$@"
