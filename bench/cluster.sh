#!/usr/bin/env bash
# Several hosts, made on one: records go over ssh to planparse on each, by GNU parallel, and the output has to be that
# of a single run, byte for byte; also where a host is killed in the middle. Takes some minutes.
#
#   sudo bench/cluster.sh                      three hosts, 20,000 records, blocks of 1,000
#   sudo HOSTS=5 RECORDS=100000 bench/cluster.sh
#
# Needs Linux, root, a built planparse, and (Debian) the packages parallel, rsync, openssh-server,
# openssh-client, iproute2. The hosts are network namespaces, each with an sshd and a disk of its own; keys and all else
# lie in a scratch folder, ~/.ssh is not touched, and at the end all of it is taken away.
set -euo pipefail

hosts=${HOSTS:-3} records=${RECORDS:-20000} size=${SIZE:-1000}
root=$(cd "$(dirname "$0")/.." && pwd)
program="$(command -v node || true) $root/bin/planparse.js"
sshd=$(command -v sshd || echo /usr/sbin/sshd)

fail() { echo "cluster: $*" >&2; exit 1; }
say() { printf '%s\n' "$*"; }

[ "$(id -u)" = 0 ] || fail 'network namespaces are made by root: run it with sudo'
for tool in node ip ssh ssh-keygen parallel rsync; do
  command -v "$tool" >/dev/null || fail "$tool is missing: apt-get install nodejs iproute2 openssh-client parallel rsync"
done
[ -x "$sshd" ] || fail 'sshd is missing: apt-get install openssh-server'
parallel --version 2>/dev/null | grep -q GNU || fail 'parallel is not GNU parallel: apt-get install parallel'
[ -f "$root/dist/bin/planparse.cjs" ] || fail 'planparse is not built: npm run build'
[ "$hosts" -ge 2 ] && [ "$hosts" -le 200 ] || fail 'HOSTS is a number from 2 to 200'

# --- the hosts -------------------------------------------------------------------------------------------------------

work=$(mktemp -d)
# Names of this run alone; those of links hold 15 characters.
run=pp$(($$ % 100000))
[ -d /run/sshd ] || made_run_sshd=1

name() { echo "$run-$1"; }
# 198.18.0.0/15 is kept for benchmarks (RFC 2544): no network is hidden by it.
address() { echo "198.18.$1.2"; }

kill_host() {
  local pids
  ip link set "$(name "$1")" down 2>/dev/null || true
  pids=$(ip netns pids "$(name "$1")" 2>/dev/null || true)
  # shellcheck disable=SC2086
  [ -z "$pids" ] || kill -9 $pids 2>/dev/null || true
}

clean_up() {
  local i
  [ -z "${job:-}" ] || kill "$job" 2>/dev/null || true
  for i in $(seq "$hosts"); do
    kill_host "$i"
    ip netns delete "$(name "$i")" 2>/dev/null || true
    ip link delete "$(name "$i")" 2>/dev/null || true
  done
  [ -z "${made_run_sshd:-}" ] || rmdir /run/sshd 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p /run/sshd "$work/disk"
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/user"

# Its own disk hides the folder of the same name: what is not sent to a host it does not see.
serve() {
  ip netns exec "$(name "$1")" sh -c 'mount -t tmpfs none "$0" && exec "$@"' \
    "$work/disk" "$sshd" -D -E "$work/sshd-$1.log" -f "$work/sshd-$1" &
  # That it is killed later is nothing to report.
  disown
}

restart_host() {
  ip link set "$(name "$1")" up
  serve "$1"
  wait_for_host "$1"
}

start_host() {
  local host address
  host=$(name "$1") address=$(address "$1")
  ip netns add "$host"
  ip link add "$host" type veth peer name eth0 netns "$host"
  ip address add "${address%.2}.1/30" dev "$host"
  ip link set "$host" up
  ip -n "$host" address add "$address/30" dev eth0
  ip -n "$host" link set eth0 up
  ip -n "$host" link set lo up
  cat >"$work/sshd-$1" <<END
ListenAddress $address
HostKey $work/host
AuthorizedKeysFile $work/user.pub
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PidFile none
MaxStartups 100
END
  serve "$1"
  echo "$address $(cut -d' ' -f1,2 "$work/host.pub")" >>"$work/known"
}

cat >"$work/ssh" <<END
User root
IdentityFile $work/user
IdentitiesOnly yes
BatchMode yes
UserKnownHostsFile $work/known
GlobalKnownHostsFile /dev/null
LogLevel ERROR
ConnectTimeout 5
# A host that is gone is given up after some seconds.
ServerAliveInterval 2
ServerAliveCountMax 2
END

wait_for_host() {
  for _ in $(seq 50); do
    ssh -F "$work/ssh" "$(address "$1")" true 2>/dev/null && return
    sleep 0.1
  done
  fail "host $1 does not answer: $(cat "$work/sshd-$1.log")"
}

# `1/` is one job at a time: the hosts of this rehearsal share the cores of one machine.
logins() { for i in "$@"; do printf '1/%s,' "$(address "$i")"; done | sed 's/,$//'; }

for i in $(seq "$hosts"); do start_host "$i"; done
for i in $(seq "$hosts"); do wait_for_host "$i"; done

export PARALLEL_HOME="$work/parallel" PARALLEL_SSH="ssh -F $work/ssh"
mkdir -p "$PARALLEL_HOME" && touch "$PARALLEL_HOME/will-cite"
all=$(logins $(seq "$hosts"))
others=$(logins $(seq 2 "$hosts"))

# --- what is done ----------------------------------------------------------------------------------------------------

cd "$work"
# The project's own notices, each a little different; some records are none, for errors have their place as well.
node - "$root/fixtures" "$records" >records.ndjson <<'END'
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs')
const [folder, count] = process.argv.slice(2)
const files = readdirSync(folder).sort().map((name) => `${folder}/${name}/input.txt`).filter((file) => existsSync(file))
const texts = files.map((file) => readFileSync(file, 'utf8'))
const lines = []
for (let i = 0; i < Number(count); i++) {
  const text = texts[i % texts.length].replace('20', `第${i}号 20`)
  lines.push(i % 997 === 500 ? '{"id": broken' : JSON.stringify({ id: i, text }))
}
writeFileSync(1, `${lines.join('\n')}\n`)
END
split -l "$size" -d -a 6 --additional-suffix=.ndjson records.ndjson shard-
shards=$(ls shard-*.ndjson | wc -l)

# The status 2 says that a record could not be read, which stands in its line: for parallel that is no failure.
filter="$program --records || test \$? = 2"

same() {
  cmp single.ndjson "$1" || fail "$2: not the output of a single run"
  say "$2: the same $(wc -l <"$1") lines, sha256 $(sha256sum "$1" | cut -c1-16), ${SECONDS} s"
}

versions=$(parallel --nonall -S "$all" "$program --version" | sort -u)
[ "$(wc -l <<<"$versions")" = 1 ] || fail "the hosts have different versions: $versions"
say "$hosts hosts with planparse $versions; $records records, $(wc -c <records.ndjson) bytes, $shards blocks of $size"

SECONDS=0
$program --records <records.ndjson >single.ndjson || test $? = 2
[ "$(wc -l <single.ndjson)" = "$records" ] || fail 'a single run gave fewer lines than there were records'
say "single run: $(wc -l <single.ndjson) lines, $(grep -c '"error":{' single.ndjson || true) of them errors, ${SECONDS} s"

# 1. A stream. What is lost with a host is lost: for what can be done again at once.
SECONDS=0
parallel --pipe -N "$size" --block 8M -k -S "$all" "$filter" <records.ndjson >stream.ndjson
same stream.ndjson 'stream'

# 2. and 3. Blocks that are files, each with an output and a line in the log, so that each can be done again: on
# another host at once (--retries), or in a later run (--resume-failed).
blocks() {
  local out=$1
  shift
  parallel --joblog "$out.log" --results "$out/{.}" --workdir "$work/disk" --transferfile {} --cleanup "$@" \
    "($filter) <{}" ::: shard-*.ndjson >/dev/null
}
done_in() { tail -q -n +2 "$1.log" 2>/dev/null | awk '$7 == 0 && $8 == 0' | wc -l; }

# Begins a run, and kills the first host when a third of the blocks is done.
break_off() {
  local out=$1
  shift
  blocks "$out" "$@" 2>"$out.said" &
  job=$!
  while [ "$(done_in "$out")" -lt $((shards / 3)) ]; do
    kill -0 "$job" 2>/dev/null || fail "the run ended before a host could be killed: $(cat "$out.said")"
    sleep 0.05
  done
  kill_host 1
  status=0
  wait "$job" || status=$?
  job=
  say "$out: host 1 killed after a third of the blocks; parallel ended with $status," \
    "$(done_in "$out") of $shards blocks done"
}

SECONDS=0
break_off retried -S "$all" --retries 3
cat retried/shard-?????? >retried.ndjson
same retried.ndjson 'retried: the other hosts did its blocks'

restart_host 1
SECONDS=0
break_off resumed -S "$all" --halt now,fail=1
[ "$(done_in resumed)" -lt "$shards" ] || fail 'nothing was left to resume'
blocks resumed -S "$others" --resume-failed
cat resumed/shard-?????? >resumed.ndjson
same resumed.ndjson 'resumed: the rest done by the other hosts'
twice=$(awk 'NR > 1 && $7 == 0 && $8 == 0 { print $NF }' resumed.log | sort | uniq -d | wc -l)
[ "$twice" = 0 ] || fail "resumed: $twice blocks were done twice"
say 'all outputs are those of the single run'
