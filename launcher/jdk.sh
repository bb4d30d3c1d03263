# Finds a JDK 25 or later and exports it as JAVA_HOME.

JDK_NEEDED=25

is_new_jdk() {
  local line version
  [[ -x $1/bin/javac && -r $1/release ]] || return
  while read -r line; do
    [[ $line == JAVA_VERSION=* ]] || continue
    version=${line#*\"}
    version=${version%%[!0-9]*}
    ((version >= JDK_NEEDED)) && return
  done <"$1/release"
  return 1
}

find_jdk() {
  local candidate on_path=
  if on_path=$(command -v javac); then
    on_path=$(readlink -f "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for candidate in "${JAVA_HOME-}" "$on_path" \
    /usr/lib/jvm/* /opt/* /opt/java/* ~/.sdkman/candidates/java/* ~/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_new_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  cat >&2 <<END
Kongdee needs a JDK $JDK_NEEDED or later, and none was found in JAVA_HOME, PATH or the usual folders.
Install one, for instance Eclipse Temurin:
  Debian, Ubuntu   apt install temurin-25-jdk    (repository: https://adoptium.net/installation/linux)
  SDKMAN           sdk install java 25-tem
  any system       https://adoptium.net/temurin/releases/?version=25
and set JAVA_HOME to it if it is in a folder of its own.
END
  return 1
}
