#!/bin/bash
# Installs the Debian packages that building Plumbline needs and this machine lacks. As another user than root it
# installs nothing, and prints the command. When nothing is missing it does nothing, and needs no network.
set -euo pipefail

# Alternatives are separated by |. The first one is installed when none is there.
needed=(
    libsqlite3-dev libpq-dev libxml2-dev libxml2-utils 'pkg-config|pkgconf' git binutils libc6-dev zlib1g-dev
    'libcurl4|libcurl4t64' tzdata ca-certificates
)

is_installed() {
    [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

any_installed() {
    local name
    for name in ${1//|/ }; do
        if is_installed "$name"; then return 0; fi
    done
    return 1
}

# Each Debian release has its own version of the C++ library; Swift links with the newest one that is there.
compiler_packages() {
    if compgen -G '/usr/lib/gcc/*/*/libstdc++.so' >/dev/null; then return; fi
    local version
    version=$(apt-cache depends g++ 2>/dev/null | sed -n 's/.*Depends: g++-\([0-9]*\).*/\1/p' | head -n 1)
    if [ -n "$version" ]; then
        echo "libgcc-$version-dev libstdc++-$version-dev"
    else
        echo g++
    fi
}

# From binutils 2.44 on (Debian 13) the linker that Swift calls is a package of its own.
linker_packages() {
    if ! command -v ld.gold >/dev/null && apt-cache show binutils-gold >/dev/null 2>&1; then echo binutils-gold; fi
}

missing_packages() {
    local entry
    for entry in "${needed[@]}"; do
        if ! any_installed "$entry"; then echo "${entry%%|*}"; fi
    done
    compiler_packages
    linker_packages
}

other_distribution() {
    if pkg-config --exists sqlite3 libpq libxml-2.0; then return; fi
    echo "Plumbline needs the headers of SQLite 3, libpq and libxml2, xmllint, pkg-config and a C++ library." >&2
    echo "Please install them with your system's package tool, and run this again." >&2
    exit 1
}

if ! command -v dpkg-query >/dev/null; then
    other_distribution
    exit 0
fi

missing=$(missing_packages | xargs)
if [ -z "$missing" ]; then exit 0; fi

if [ "$(id -u)" -ne 0 ]; then
    echo "Some Debian packages are missing. Please run this, and then try again:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# A new machine has no package lists before this, so the versions are looked up again.
missing=$(missing_packages | xargs)
echo "Installing $missing"
# shellcheck disable=SC2086 # one word for each package
apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null
