#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/signal_planes.hpp>

#include "support/columns.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

// This program counts how often anything asks for memory, so it has tests of nothing else.

namespace {

std::size_t allocations = 0;

void* ask_for(std::size_t bytes) {
  ++allocations;
  return std::malloc(bytes > 0 ? bytes : 1);
}
void* ask_for(std::size_t bytes, std::align_val_t alignment) {
  ++allocations;
  const auto step = static_cast<std::size_t>(alignment);
  return std::aligned_alloc(step, (bytes + step) / step * step);
}
void* there(void* memory) { return memory != nullptr ? memory : throw std::bad_alloc{}; }

// Not inline: the compiler would take it for the wrong end of a `new`.
[[gnu::noinline]] void give_back(void* memory) noexcept { std::free(memory); }

}  // namespace

// All of them: under the sanitizers those that are left out do not call the others.
void* operator new(std::size_t bytes) { return there(ask_for(bytes)); }
void* operator new[](std::size_t bytes) { return there(ask_for(bytes)); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return ask_for(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return ask_for(bytes); }
void* operator new(std::size_t bytes, std::align_val_t alignment) { return there(ask_for(bytes, alignment)); }
void* operator new[](std::size_t bytes, std::align_val_t alignment) { return there(ask_for(bytes, alignment)); }
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

template <class Work>
std::size_t allocations_of(Work work) {
  const auto before = allocations;
  work();
  return allocations - before;
}

/// How often memory is asked for while so many incidents are decided, into room that is there already.
struct Asked {
  std::size_t from_columns_to_columns;
  std::size_t from_columns_to_planes;
  std::size_t from_planes_to_planes;

  friend bool operator==(const Asked&, const Asked&) = default;
};

Asked asked_for(const std::vector<Facts>& facts, const Policy& policy, VectorLevel level) {
  const FactTable table{facts};
  const auto columns = table.columns();
  DecisionTable decisions{facts.size()};
  const SignalPlanes planes{columns, policy.thresholds()};
  std::vector<OutcomeBlock> outcomes(planes.blocks().size());
  return {.from_columns_to_columns = allocations_of([&] { triage(columns, policy, decisions.columns(), level); }),
          .from_columns_to_planes = allocations_of([&] { triage(columns, policy, outcomes, level); }),
          .from_planes_to_planes = allocations_of([&] { triage(planes.blocks(), policy, outcomes, level); })};
}

}  // namespace

TEST_CASE("no row of columns or planes asks for memory: ten times the rows ask as often", "[triage][columns]") {
  const auto level = GENERATE(from_range(values_of<VectorLevel>.begin(), values_of<VectorLevel>.end()));
  CAPTURE(level);
  const auto is_wide = GENERATE(false, true);
  RandomFacts random{8};
  const auto policy = policy_of(default_policy_book());
  const std::size_t few = 2 * block_rows + 22;
  const auto facts = make_rows(10 * few, random, is_wide);
  const std::vector<Facts> some{facts.begin(), facts.begin() + few};

  const auto asked = asked_for(some, policy, level);

  CHECK((asked_for(facts, policy, level) == asked));
  CHECK(asked_for({}, policy, level).from_columns_to_columns <= asked.from_columns_to_columns);
  CHECK(allocations_of([&] { const FactTable table{some}; }) > 0);
}
