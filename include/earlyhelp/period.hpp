#pragma once

#include <earlyhelp/date.hpp>

#include <stdexcept>

namespace earlyhelp {

/// The days from `first` to `last`, both included.
///
/// Invariant: first() <= last().
class Period {
 public:
  /// Throws: std::invalid_argument when `last` is before `first`.
  Period(Date first, Date last) : first_{first}, last_{last} {
    if (last < first) throw std::invalid_argument{"Period: needs first <= last"};
  }
  Date first() const noexcept { return first_; }
  Date last() const noexcept { return last_; }
  bool contains(Date day) const noexcept { return first_ <= day && day <= last_; }

  friend bool operator==(const Period&, const Period&) = default;

 private:
  Date first_;
  Date last_;
};

}  // namespace earlyhelp
