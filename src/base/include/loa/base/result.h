// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <type_traits>
#include <utility>

namespace loa {

/// What kind of thing went wrong. One table (src/cli/exit_code.h) turns a code
/// into an exit status of sysexits.h.
enum class ErrorCode : unsigned char {
  usage,          ///< the command line is wrong
  bad_data,       ///< the input is not what it should be, or holds nothing to say
  no_input,       ///< a file is missing or unreadable
  no_device,      ///< no sound device, no engine data, a service is away
  engine,         ///< the speech engine failed on some text
  cannot_create,  ///< an output file cannot be made
  io,             ///< reading or writing failed midway
  config,         ///< a settings, profile or dictionary file is wrong
  interrupted,    ///< the user stopped it
  broken_pipe,    ///< the reader of our output went away
  internal,       ///< our own mistake
};

/// Where in the user's own files something is: shown as `file:line:column`.
struct Place {
  std::string file;        ///< as the user named it; empty: none
  std::size_t line = 0;    ///< from 1; 0: unknown
  std::size_t column = 0;  ///< from 1, in code points; 0: unknown
};

/// Why work cannot go on. `message` is one line, without full stop, already in
/// the user's language (see message.h); `hint` says what to do, or is empty.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  Place place = {};
  std::string hint = {};

  Error&& at(Place p) && {
    place = std::move(p);
    return std::move(*this);
  }
  Error&& with_hint(std::string h) && {
    hint = std::move(h);
    return std::move(*this);
  }
};

/// A value, or the reason why there is none. C++20 has no `std::expected`;
/// this is `tl::expected` that may not be ignored.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
  Result(Error error) : tl::expected<T, Error>(tl::unexpect, std::move(error)) {}
};

}  // namespace loa

/// Returns the error of an expression of type Result<…> from the function, if there is one.
#define LOA_TRY(expression)                                                                               \
  do {                                                                                                    \
    if (auto loa_try_result_ = (expression); !loa_try_result_) return std::move(loa_try_result_).error(); \
  } while (false)

#define LOA_JOIN_(a, b) a##b
#define LOA_JOIN(a, b) LOA_JOIN_(a, b)

/// LOA_TRY_ASSIGN(auto file, open(path)): declares or assigns, or returns the error.
#define LOA_TRY_ASSIGN(target, expression)                                                   \
  auto LOA_JOIN(loa_try_, __LINE__) = (expression);                                          \
  if (!LOA_JOIN(loa_try_, __LINE__)) return std::move(LOA_JOIN(loa_try_, __LINE__)).error(); \
  target = *std::move(LOA_JOIN(loa_try_, __LINE__))
