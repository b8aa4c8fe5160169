// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/places.h"

#include <algorithm>
#include <utility>

#include "loa/base/utf8.h"

namespace loa::cli {
namespace {

/// What was read by the one and not yet by the other.
struct Shared {
  std::string bytes;
  std::size_t at = 0;
};

class Watched : public article::ByteSource {
 public:
  Watched(std::unique_ptr<article::ByteSource> source, std::shared_ptr<Shared> shared)
      : source_(std::move(source)), shared_(std::move(shared)) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    LOA_TRY_ASSIGN(const std::size_t got, source_->read(buffer, size));
    shared_->bytes.erase(0, std::exchange(shared_->at, 0));
    shared_->bytes.append(buffer, got);
    return got;
  }
  [[nodiscard]] bool ready() const override { return source_->ready(); }
  [[nodiscard]] const std::string& name() const override { return source_->name(); }

 private:
  std::unique_ptr<article::ByteSource> source_;
  std::shared_ptr<Shared> shared_;
};

class Behind : public article::ByteSource {
 public:
  Behind(std::string name, std::shared_ptr<Shared> shared)
      : name_(std::move(name)), shared_(std::move(shared)) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const std::size_t got = std::min(size, shared_->bytes.size() - shared_->at);
    std::copy_n(shared_->bytes.data() + shared_->at, got, buffer);
    shared_->at += got;
    return got;
  }
  [[nodiscard]] const std::string& name() const override { return name_; }

 private:
  std::string name_;
  std::shared_ptr<Shared> shared_;
};

}  // namespace

PlaceFinder::PlaceFinder(std::unique_ptr<article::ByteSource> source, article::TextOptions options)
    : name_(source->name()) {
  auto shared = std::make_shared<Shared>();
  lines_.emplace(std::make_unique<Behind>(name_, shared), std::move(options), unheard_);
  watched_ = std::make_unique<Watched>(std::move(source), std::move(shared));
}

Result<Place> PlaceFinder::place_of(std::size_t offset) {
  std::size_t before = 0;  // characters of the same line in pieces that were passed
  while (!line_ || line_->map.from_end() <= offset) {
    if (line_) before = line_->continues ? before + utf8::length(line_->text) : 0;
    LOA_TRY_ASSIGN(auto next, lines_->next());
    if (!next) break;
    line_ = std::move(next);
  }
  if (!line_) return Place{name_, 0, 0};
  const std::size_t within = std::min(line_->map.result_of({offset, offset}).begin, line_->text.size());
  const std::string_view head = std::string_view(line_->text).substr(0, within);
  return Place{name_, line_->number, before + utf8::length(head) + 1};
}

}  // namespace loa::cli
