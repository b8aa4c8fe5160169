# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by scripts/demo, scripts/test and .ci/run: sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '== %s\n' "$*" >&2; }

# The names in packaging/debian-packages.txt, one a line.
wanted_packages() { sed 's/#.*//' "$root/packaging/debian-packages.txt" | awk 'NF { print $1 }'; }

# Installs what is missing; asks the network only then.
install_packages() {
  local missing=() package
  for package in $(wanted_packages); do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    say "Debian packages: all there"
    return
  fi
  say "Debian packages to install: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "not root and no sudo; as root: apt-get install ${missing[*]}"; exit 69; }
    as_root=(sudo)
  fi
  export DEBIAN_FRONTEND=noninteractive
  local install=("${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}")
  # The package lists of a fresh machine are empty or old; one update mends both.
  "${install[@]}" >/dev/null 2>&1 || {
    say "fetching the package lists"
    "${as_root[@]}" apt-get update -qq
    "${install[@]}"
  }
}

# build PRESET [TARGET…]: configures once, then builds what changed.
build() {
  local preset=$1
  shift
  if [ ! -f "$root/build/$preset/build.ninja" ]; then
    say "configuring ($preset)"
    (cd "$root" && cmake --preset "$preset" -Wno-dev >/dev/null)
  fi
  say "building ($preset)"
  (cd "$root" && cmake --build --preset "$preset" ${1:+--target "$@"} -- --quiet)
}
