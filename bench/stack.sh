# What every bench needs, sourced by bench/<name>/run: the tools, a build of what is measured, and a private stack.
#   source bench/stack.sh
#   start_private_stack rubric-service      # builds and starts it; it is stopped when the script ends
#   run_bench bench/rubric/RubricBench.java "$@"
# The stack has a home (bench/target/<first service>) and ports of its own, so that a running suite is not touched.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
source launcher/jdk.sh
source launcher/build.sh

find_pgbench() {
  local candidate
  for candidate in "$(command -v pgbench || true)" /usr/lib/postgresql/*/bin/pgbench /usr/pgsql-*/bin/pgbench \
    /opt/homebrew/bin/pgbench /usr/local/bin/pgbench; do
    [[ -x $candidate ]] && export BENCH_PGBENCH=$candidate && return
  done
  echo "The comparison needs pgbench, and none was found. Debian, Ubuntu: apt install postgresql-contrib" >&2
  return 1
}

# stop_at_end PID: a process that must not outlive the bench.
started=()
stop_at_end() {
  started+=("$1")
  trap 'kill "${started[@]}" 2>/dev/null || true; wait "${started[@]}" || true' EXIT
}

# start_private_stack SERVICE...: only these are built and started; the rest would compete for the processors. Exports the
# settings of the first one, which is measured, as the service itself gets them, and BENCH_HOME, BENCH_SERVICE_PID,
# BENCH_POSTGRES_PID.
start_private_stack() {
  local services=("$@") suite
  modules() { printf '%s\n' contract-words local-stack test-support web-support "${services[@]}"; }
  home=$root/bench/target/$1
  export BENCH_HOME=$home KONGDEE_ROOT=$root KONGDEE_HOME=$home
  export KONGDEE_RUBRIC_PORT=${BENCH_RUBRIC_PORT:-18081} KONGDEE_RUBRIC_MANAGEMENT_PORT=${BENCH_RUBRIC_MANAGEMENT_PORT:-19081}
  export KONGDEE_EVIDENCE_PORT=${BENCH_EVIDENCE_PORT:-18082} KONGDEE_EVIDENCE_MANAGEMENT_PORT=${BENCH_EVIDENCE_MANAGEMENT_PORT:-19082}
  export KONGDEE_NOTIFICATION_PORT=${BENCH_NOTIFICATION_PORT:-18083}
  export KONGDEE_NOTIFICATION_MANAGEMENT_PORT=${BENCH_NOTIFICATION_MANAGEMENT_PORT:-19083}
  export KONGDEE_STACK_PORT=${BENCH_STACK_PORT:-18084} KONGDEE_INBOX_PORT=${BENCH_INBOX_PORT:-12525}
  export KONGDEE_POSTGRES_PORT=${BENCH_POSTGRES_PORT:-15433}
  # All load comes from one caller; what keeps one from taking everything is in the way here.
  export KONGDEE_LIMITS_REQUESTS_PER_SECOND=1000000 KONGDEE_LIMITS_REQUESTS_BURST=1000000
  echo "Rate limits are raised for the bench: 1,000,000 requests a second of one caller, instead of 500."
  find_jdk
  find_pgbench
  build
  stack=("$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -Dslf4j.internal.verbosity=ERROR
    -cp "$home/app/local-stack/*" org.kongdee.stack.suite.Suite)
  if [[ -e $home/run/suite ]] && "${stack[@]}" running; then
    echo "Another bench is running in $home." >&2
    return 1
  fi
  # Every run starts from an empty cluster.
  find "$home" -mindepth 1 -maxdepth 1 ! -name app ! -name log -exec rm -rf {} +
  mkdir -p "$home/log"
  "${stack[@]}" up </dev/null >"$home/log/suite.log" 2>&1 &
  suite=$!
  stop_at_end $suite
  until [[ -e $home/run/ready ]]; do
    kill -0 "$suite" 2>/dev/null || { cat "$home/log/suite.log" >&2 && return 1; }
    sleep 0.2
  done
  set -a
  source "$home/env/$1.env"
  set +a
  read -r BENCH_SERVICE_PID _ <"$home/run/$1"
  read -r BENCH_POSTGRES_PID <"$(find "$home/postgres" -name postmaster.pid | head -n 1)"
  export BENCH_SERVICE_PID BENCH_POSTGRES_PID
}

# private_token OPTIONS...: a token of the private stack, as ./suite token makes it.
private_token() { "${stack[@]}" token "$@"; }

# run_bench FILE OPTIONS...: runs a bench from its source, with local-stack's libraries (Jackson, the JDBC driver).
run_bench() {
  mkdir -p bench/results
  "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -cp "$home/app/local-stack/*" "$@"
}
