// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "loa/base/message.h"

namespace loa::timeline {
namespace {

Result<files::Target> target_of(const std::string& path, bool no_clobber) {
  if (path != "-") return files::resolve_target(path, no_clobber);
  files::Target output;
  output.path = tr("standard output");
  output.stream = files::Descriptor(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (!output.is_stream()) return files::write_error(output.path, errno);
  return output;
}

}  // namespace

Result<OutputFile> OutputFile::create(const std::string& path, const FileOptions& options) {
  LOA_TRY_ASSIGN(files::Target target, target_of(path, options.no_clobber));
  OutputFile file(std::move(target), options.no_clobber);
  if (!file.target_.is_stream()) {
    LOA_TRY_ASSIGN(file.file_, files::TargetFile::create(file.target_));
  }
  const int descriptor = file.file_ ? file.file_->descriptor() : file.target_.stream.get();
  file.writer_ = std::make_unique<files::DescriptorWriter>(descriptor, options.cancelled);
  return file;
}

Result<void> OutputFile::check() const {
  if (writer_->error() != 0) return files::write_error(target_.path, writer_->error());
  return {};
}

Result<void> OutputFile::write(std::string_view text) {
  writer_->write(text.data(), text.size());
  return check();
}

Result<void> OutputFile::flush() {
  if (!file_) writer_->flush();
  return check();
}

Result<void> OutputFile::complete() {
  writer_->flush();
  LOA_TRY(check());
  if (file_) return file_->sync(target_, no_clobber_);
  writer_->leave_at_end();
  return {};
}

Result<void> OutputFile::commit() {
  LOA_TRY(complete());
  return file_ ? file_->commit(target_, no_clobber_) : Result<void>();
}

}  // namespace loa::timeline
