#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace earlyhelp {

/// A growing row of values in pages, so that growing copies a page at most. A reference to a value holds until the next
/// one is appended.
template <class Value>
class Pages {
 public:
  std::size_t size() const noexcept { return size_; }
  const Value& operator[](std::size_t at) const noexcept { return pages_[at / page_size][at % page_size]; }
  Value& operator[](std::size_t at) noexcept { return pages_[at / page_size][at % page_size]; }

  void append(Value value) {
    if (size_ % page_size == 0) {
      pages_.emplace_back();
      if (size_ != 0) pages_.back().reserve(page_size);
    }
    pages_.back().push_back(std::move(value));
    ++size_;
  }

 private:
  static constexpr std::size_t page_size = 4096;
  std::vector<std::vector<Value>> pages_;
  std::size_t size_ = 0;
};

}  // namespace earlyhelp
