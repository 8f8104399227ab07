#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace earlyhelp {

/// A network in which as much as possible flows from node 0 to node 1, and of all such flows one that costs least.
class CostFlow {
 public:
  // Without a sign: the library adds up distances that may be infinite, and only here may those wrap.
  using Amount = std::uint64_t;

  static constexpr std::size_t source = 0;
  static constexpr std::size_t sink = 1;

  std::size_t add_node() noexcept { return nodes_++; }
  /// The number of the new arc.
  std::size_t add_arc(std::size_t from, std::size_t to, Amount capacity, Amount cost = 0);

  /// What flows through each arc, by its number. Costs of a whole path have to stay below 2^63.
  std::vector<Amount> flows() const;

 private:
  struct Arc {
    std::size_t from;
    std::size_t to;
    Amount capacity;
    Amount cost;
  };

  std::size_t nodes_ = 2;
  std::vector<Arc> arcs_;
};

}  // namespace earlyhelp
