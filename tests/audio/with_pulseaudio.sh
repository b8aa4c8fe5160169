#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# with_pulseaudio.sh COMMAND [ARGUMENT…]
#
# Runs COMMAND with a private PulseAudio server whose only device is a null sink,
# and exits as COMMAND does; 77 when PulseAudio is not installed or does not start.
# Works as root and without a session. What is played is recorded from the monitor:
#   parec --device="$LOA_TEST_SINK.monitor" --raw --format=s16le --rate=22050 --channels=1
# COMMAND finds in its environment:
#   PULSE_SERVER, XDG_RUNTIME_DIR, HOME   so that every client meets this server and no settings of the user
#   LOA_TEST_SINK                         the sink: mono, 16 bits, $LOA_TEST_SINK_RATE Hz (default 22050)
#   LOA_TEST_PULSE_PID                    the server, for who wants to see it die
set -eu
[ $# -gt 0 ] || { echo "usage: with_pulseaudio.sh COMMAND [ARGUMENT...]" >&2; exit 64; }
for program in pulseaudio pactl parec; do
  command -v "$program" >/dev/null || { echo "with_pulseaudio.sh: no $program" >&2; exit 77; }
done

run=$(mktemp -d)
chmod 700 "$run"
server=
clean_up() {
  # A server that a test has frozen takes no other signal.
  [ -z "$server" ] || { kill -KILL "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  rm -rf "$run"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

LOA_TEST_SINK=loa_test
LOA_TEST_SINK_RATE=${LOA_TEST_SINK_RATE:-22050}
XDG_RUNTIME_DIR=$run HOME=$run
export LOA_TEST_SINK LOA_TEST_SINK_RATE XDG_RUNTIME_DIR HOME
unset DISPLAY PULSE_SINK PULSE_SERVER PIPEWIRE_REMOTE DBUS_SESSION_BUS_ADDRESS

pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disable-shm=yes --log-level=error \
  -L "module-native-protocol-unix auth-anonymous=1 socket=$run/pulse.sock" \
  -L "module-null-sink sink_name=$LOA_TEST_SINK format=s16le rate=$LOA_TEST_SINK_RATE channels=1 channel_map=mono" \
  2>"$run/server.log" &
server=$!
export PULSE_SERVER="unix:$run/pulse.sock" LOA_TEST_PULSE_PID="$server"
tries=0
until pactl info >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { cat "$run/server.log" >&2; echo "with_pulseaudio.sh: the server did not start" >&2; exit 77; }
  sleep 0.1
done

status=0
"$@" || status=$?
exit "$status"
