# Finds Node.js for what of the launcher runs on it, and installs the packages of a folder under clients/.

NODE_NEEDED=20

find_node() {
  local version=
  if command -v node >/dev/null && command -v npm >/dev/null; then
    version=$(node --version)
    version=${version#v}
    ((${version%%.*} >= NODE_NEEDED)) && return
  fi
  cat >&2 <<END
This needs Node.js $NODE_NEEDED or later with npm, and $(if [[ -n $version ]]; then echo "PATH has version $version"; else echo "PATH has none"; fi).
Install it:
  Debian, Ubuntu   apt install nodejs npm    (or newer ones: https://github.com/nodesource/distributions)
  macOS            brew install node
  any system       https://nodejs.org/en/download
END
  return 1
}

# Whether those are there that a folder's package-lock.json names.
has_packages() {
  [[ -e $1/node_modules/.wanted && $(<"$1/node_modules/.wanted") == "$(packages_wanted "$1")" ]]
}

packages_wanted() {
  (cd "$1" && sha256sum package.json package-lock.json)
}

install_packages() {
  (cd "$1" && npm ci --ignore-scripts --loglevel=error >&2) &&
    packages_wanted "$1" >"$1/node_modules/.wanted"
}

# The contracts with their examples, for who has no suite.
mock() {
  local name names=("$@")
  ((${#names[@]})) || names=(rubric evidence notification)
  for name in "${names[@]}"; do
    [[ -e contracts/$name-service.yaml ]] || {
      echo "There is no service '$name' to mock; there is: rubric evidence notification" >&2
      return 2
    }
  done
  find_node || return
  if ! has_packages clients/mock; then
    echo "Installing the packages of clients/mock (once)"
    install_packages clients/mock || return
  fi
  exec node clients/mock/mock.mjs "${names[@]}"
}
