// SPDX-License-Identifier: GPL-3.0-or-later
#include "loa/base/message.h"

#include <array>
#include <atomic>
#include <cerrno>

namespace loa {
namespace {
std::atomic<Translator> current_translator{nullptr};

struct SystemMessage {
  int number;
  const char* text;
};

// What can happen to the files, pipes and processes that a reading needs. Why not the C
// library's own texts: they follow setlocale() and a catalogue that is seldom installed
// (see cli/catalogue.h), so half of a Vietnamese sentence would be English.
std::array<SystemMessage, 29> system_messages() {
  return {{
      {EPERM, tr("the system does not permit it")},
      {ENOENT, tr("there is no such file or folder")},
      {EIO, tr("the disk or device failed")},
      {ENXIO, tr("the device is not there")},
      {EBADF, tr("it was closed by the caller")},
      {EAGAIN, tr("the system is out of processes or locks for now")},
      {ENOMEM, tr("out of memory")},
      {EACCES, tr("permission denied")},
      {EBUSY, tr("it is in use")},
      {EEXIST, tr("it exists already")},
      {ENODEV, tr("there is no such device")},
      {ENOTDIR, tr("a part of the path is no folder")},
      {EISDIR, tr("it is a folder")},
      {EINVAL, tr("that is not possible there")},
      {ENFILE, tr("too many files are open on this machine")},
      {EMFILE, tr("too many files are open")},
      {ETXTBSY, tr("it is a program that is running")},
      {EFBIG, tr("the file became larger than allowed")},
      {ENOSPC, tr("no room is left on the disk")},
      {EROFS, tr("the disk can only be read")},
      {EMLINK, tr("it has too many names")},
      {EPIPE, tr("the reader has gone away")},
      {ENAMETOOLONG, tr("the name is too long")},
      {ELOOP, tr("its symbolic links go round in a circle")},
      {ETIMEDOUT, tr("it took too long")},
      {ESTALE, tr("the network folder has gone away")},
      {EDQUOT, tr("your share of the disk is used up")},
      {EXDEV, tr("it lies on another disk")},
      {ENOTCONN, tr("the connection was lost")},
  }};
}

}  // namespace

void set_translator(Translator translator) { current_translator = translator; }

const char* tr(const char* message) {
  const Translator translator = current_translator;
  return translator != nullptr ? translator(message) : message;
}

std::string system_message(int error_number) {
  for (const SystemMessage& row : system_messages())
    if (row.number == error_number) return row.text;
  return std::generic_category().message(error_number);
}

}  // namespace loa
