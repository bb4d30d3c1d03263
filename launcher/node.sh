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

# As package-lock.json names them, unless they are there already.
install_packages() {
  local folder=$1 wanted
  wanted=$(cd "$folder" && sha256sum package.json package-lock.json)
  [[ ! -e $folder/node_modules/.wanted || $(<"$folder/node_modules/.wanted") != "$wanted" ]] || return 0
  echo "Installing the packages of $folder (once)"
  (cd "$folder" && npm ci --ignore-scripts --loglevel=error >&2)
  echo "$wanted" >"$folder/node_modules/.wanted"
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
  find_node && install_packages clients/mock && exec node clients/mock/mock.mjs "${names[@]}"
}
