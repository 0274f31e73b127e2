#!/bin/bash
# Installs the servers that tests start for themselves: PostgreSQL, and Patroni with etcd for the failover proof. None
# of them is started here, nor by the packages. Needs root; `make test` does without them and says which tests it left
# out.
set -euo pipefail

packages=(postgresql patroni etcd-server etcd-client)
missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    if [ "$status" != installed ]; then missing+=("$package"); fi
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

# https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt: 101 is "do not".
if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
echo "Installing ${missing[*]}"
apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
