#!/bin/bash
# Installs what the browser tests need: Chromium of Debian, and Playwright with axe in a folder of their own,
# `.build-browser`. `make test` does without them and says which test it left out. Installing Chromium needs root.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(chromium python3-venv fonts-liberation)
missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    if [ "$status" != installed ]; then missing+=("$package"); fi
done
if [ ${#missing[@]} -gt 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    echo "Installing ${missing[*]}"
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
fi

if ! .build-browser/bin/python3 -c 'import playwright, axe_playwright_python' 2>/dev/null; then
    /usr/bin/python3 -m venv .build-browser
    .build-browser/bin/pip install --quiet --disable-pip-version-check playwright==1.65.2 axe-playwright-python==0.1.8
fi
