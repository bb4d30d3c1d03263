# Builds what ./suite up runs, if the sources changed, into $home/app: what runs is not what Maven writes to.

# The modules that run, as the parent names them, and what their tests share: Maven wants it there even where it runs none.
modules() {
  local line
  while read -r line; do
    [[ $line == "<module>"* ]] || continue
    line=${line#<module>}
    line=${line%</module>}
    case $line in
      contract-words | web-support | local-stack | test-support | *-service) echo "$line" ;;
    esac
  done <pom.xml
}

# One hash over everything that the build reads.
fingerprint() {
  shopt -s globstar nullglob
  local module files=(pom.xml) file sources=()
  for module in $(modules); do
    files+=("$module/pom.xml" "$module"/src/main/**/*)
  done
  for file in "${files[@]}"; do
    [[ -f $file ]] && sources+=("$file")
  done
  sha256sum "${sources[@]}" | sha256sum
}

# Whether $home has what a build with this fingerprint made.
has_built() { [[ -e $home/app/fingerprint && $(<"$home/app/fingerprint") == "$1" ]]; }

build() {
  local now
  now=$(fingerprint)
  has_built "$now" && return
  mkdir -p "$home/log"
  echo "Building (the first time, Maven downloads what it needs; log: $home/log/build.log)"
  local list
  list=$(modules)
  maven "$home/log/build.log" -Dquick package -pl "${list//$'\n'/,}"
  install_apps
  echo "$now" >"$home/app/fingerprint"
}

install_apps() {
  local module
  for module in $(modules); do
    case $module in
      local-stack)
        rm -rf "$home/app/$module"
        mkdir -p "$home/app/$module"
        cp "$module"/target/local-stack-*.jar "$module"/target/lib/*.jar "$home/app/$module/"
        ;;
      *-service)
        rm -rf "$home/app/$module"
        mkdir -p "$home/app"
        cp -r "$module/target/quarkus-app" "$home/app/$module"
        ;;
    esac
  done
}

# Runs Maven: one line a module on the terminal, everything in the log, the end of it if Maven fails.
maven() {
  local log=$1 line downloads=0
  shift
  if ! ./mvnw -B "$@" 2>&1 | tee "$log" | while IFS= read -r line; do
    case $line in
      # Of the modules; the parent has no name but Kongdee's.
      *"[INFO] Building Kongdee "[a-z]*)
        line=${line#*Building Kongdee }
        show_line "  ${line%% [0-9]*} ${line##* }"
        downloads=0
        ;;
      *Downloaded\ from*)
        downloads=$((downloads + 1))
        ((downloads % 10)) || show_passing "    $downloads files downloaded"
        ;;
      *"Tests run:"*Time*) show_line "    ${line#*] }" ;;
    esac
  done; then
    # Several modules are built at a time, so that what failed may stand far above the end.
    show_line "The build failed; what failed, and the last lines of $log:"
    grep -E '^\[ERROR\] +[A-Z][A-Za-z0-9$]*(Test|IT)\b' "$log" | sort -u | head -n 40 || true
    tail -n 40 "$log"
    return 1
  fi
  show_passing ''
}

# A line that stays, and one that the next line replaces (on a terminal only).
show_line() {
  [[ -t 1 ]] && printf '\r\e[K'
  printf '%s\n' "$1"
}
show_passing() {
  if [[ -t 1 ]]; then printf '\r\e[K%s' "$1"; fi
}

# Every gate and test. Maven's closing lines are printed, and the counts of all modules as one. Several modules are tested at a time:
# much of it is waiting.
verify() {
  local quick= how=(-T3 verify)
  case ${1-} in
    --quick) quick=1 how=(-T3 test -DexcludedGroups=slow) && shift ;;
    --all) how+=(-Dkongdee.long=true) && shift ;;
  esac
  mkdir -p "$home/log"
  : >"$home/log/test-began"
  maven "$home/log/test.log" "${how[@]}" "$@"
  local line run=0 failed=0 skipped=0
  while IFS= read -r line; do
    case $line in
      *Time\ elapsed*) ;;
      "[INFO] Tests run:"* | "[WARNING] Tests run:"*)
        echo "$line"
        [[ $line =~ run:\ ([0-9]+),\ Failures:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Skipped:\ ([0-9]+) ]] || continue
        run=$((run + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2] + BASH_REMATCH[3]))
        skipped=$((skipped + BASH_REMATCH[4]))
        ;;
      "[INFO] Kongdee"*SUCCESS* | "[INFO] BUILD"* | "[INFO] Total time"*) echo "$line" ;;
    esac
  done <"$home/log/test.log"
  echo "$((run - failed - skipped)) passed, $failed failed, $skipped skipped"
  [[ -z $quick ]] || echo "Left out: what starts packaged services or takes long; ./suite test runs it"
  ((skipped == 0)) || left_out "$home/log/test-began"
  # Options are Maven's, and may build a part only.
  [[ -n $quick || $# -gt 0 ]] || check_contracts
}

# The contracts by linters, and by clients that are generated from them and call what was just built.
check_contracts() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Left out: the contracts by linters and generated clients, which needs Node.js 18 or later with npm"
    [[ ${CI-} != true ]] || { echo "A CI leaves nothing out; install what is missing." && return 1; }
    return
  fi
  # The suite that the clients call has a home of its own, and need not build again what was just built.
  local home=clients/check/target/suite now
  now=$(fingerprint)
  if ! has_built "$now"; then
    install_apps
    echo "$now" >"$home/app/fingerprint"
  fi
  clients/check/run
}

# Says which tests were left out since a file was made, and what they need. A CI leaves out nothing but what needs a right that a
# machine does not give.
left_out() {
  local reports=() count need missing=
  mapfile -t reports < <(find ./*/target/surefire-reports ./*/target/failsafe-reports -name 'TEST-*.xml' -newer "$1" 2>/dev/null)
  while read -r count need; do
    echo "Left out: $count test$( ((count == 1)) || echo s), which $( ((count == 1)) && echo "$need" || echo "${need/#needs/need}")"
    [[ $need == "needs root"* ]] || missing=1
  done < <(grep -hoE '<skipped message="[^"]*"' "${reports[@]}" |
    sed -E 's/<skipped message="(Assumption failed: )?//; s/"$//' | sort | uniq -c)
  if [[ -n $missing && ${CI-} == true ]]; then
    echo "A CI leaves nothing out; install what is missing."
    return 1
  fi
}
