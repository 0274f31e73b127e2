#!/bin/bash
# Says what to install when there is no Swift that can build this package.
set -euo pipefail

advice() {
    echo "$1 Please install Swift 6.1 or newer from https://www.swift.org/install/linux/ and try again." >&2
    exit 1
}

command -v swift >/dev/null || advice "There is no swift command on the PATH."
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 1 ]; }; then
    advice "The swift command on the PATH is version $major.$minor."
fi
