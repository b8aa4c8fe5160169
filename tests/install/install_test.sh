#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install_test.sh BUILD_DIR: installs into an empty prefix, builds a stranger's project
# against it, and runs both the project and the installed program from there.
set -euo pipefail
build=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/prefix" >/dev/null
cmake -S "$here/stranger" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/prefix" >/dev/null
cmake --build "$work/build" >/dev/null

said=$("$work/build/stranger" "Sáng 27/8")
[ "$said" = "Sáng ngày hai mươi bảy tháng tám" ] || { echo "the stranger's project said: $said"; exit 1; }

# So does a program in C, which knows of pkg-config alone.
export PKG_CONFIG_PATH=$work/prefix/share/pkgconfig
cc -std=c99 -pedantic -Wall -Wextra -Werror "$here/stranger/main.c" -o "$work/stranger_c" \
  $(pkg-config --cflags --libs loa_normalizer)
cc -std=c89 -pedantic -Wall -Werror -fsyntax-only $(pkg-config --cflags loa_normalizer) "$here/stranger/main.c"
said=$(LD_LIBRARY_PATH=$(pkg-config --variable=libdir loa_normalizer) "$work/stranger_c" "Sáng 27/8, nhóm XQZK")
[ "$said" = "Sáng ngày hai mươi bảy tháng tám, nhóm ích quy dét ca
in doubt: XQZK (unknown-abbreviation)" ] || { echo "the C program said: $said"; exit 1; }

# The installed program finds its own voices and messages, wherever the prefix lies.
cd /
loa=$work/prefix/bin/loa
# Each is read whole before it is searched: grep -q leaves early, and then the writer is to blame.
listed=$(env -u LOA_DATA_DIR "$loa" voices)
grep -q bac <<<"$listed" || { echo "installed loa finds no voices"; exit 1; }
# Its voice data is built beside it, from the tables that were installed.
env -u LOA_DATA_DIR "$loa" voices build
listed=$(env -u LOA_DATA_DIR "$loa" voices)
grep -q "$work/prefix/share/loa/espeak-ng/" <<<"$listed" || { echo "no voice data"; exit 1; }
help=$(env -u LOA_DATA_DIR LOA_CONFIG=/dev/null "$loa" --lang vi --help)
grep -q 'Cách dùng\|đọc' <<<"$help" ||
  { echo "installed loa speaks no Vietnamese"; exit 1; }
# eSpeak NG finds the library without sound beside the program, not the one that brings PulseAudio.
libraries=$(LD_TRACE_LOADED_OBJECTS=1 "$loa")
grep -q "libpcaudio.so.0 => $work/prefix/" <<<"$libraries" ||
  { echo "installed loa loads eSpeak NG's sound library"; exit 1; }
[ -f "$work/prefix/share/man/man1/loa.1" ] || { echo "no manual page installed"; exit 1; }
