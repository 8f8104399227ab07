#include <earlyhelp/policy/condition.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <random>
#include <span>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;
using enum Signal;

namespace {

constexpr Literal is(Signal signal) { return {.signal = signal}; }
constexpr Literal is_not(Signal signal) { return {.signal = signal, .is_negated = true}; }

using Clause = std::initializer_list<Literal>;

/// A condition in its form, clause by clause, without the operators.
constexpr Condition written(std::initializer_list<Clause> clauses) {
  Condition condition;
  for (const auto& clause : clauses) {
    std::size_t left = clause.size();
    for (const auto& literal : clause) condition.append({literal.signal, literal.is_negated, --left == 0});
  }
  return condition;
}

constexpr Condition any_of_first(std::size_t count) {
  Condition condition;
  for (std::size_t i = 0; i < count; ++i) condition.append({static_cast<Signal>(i), false, i + 1 == count});
  return condition;
}

}  // namespace

// A signal alone is one clause of one literal, and no clause at all is always.
static_assert(Condition{injury} == written({{is(injury)}}));
static_assert((!injury) == written({{is_not(injury)}}));
static_assert(Condition{}.is_always() && Condition{}.literals().empty());
static_assert(!Condition{injury}.is_always());

// && lists clauses, || joins literals in one clause, and the order is kept.
static_assert((separation && coercive_control) == written({{is(separation)}, {is(coercive_control)}}));
static_assert((injury || weapon) == written({{is(injury), is(weapon)}}));
static_assert((injury || !weapon || stalking) == written({{is(injury), is_not(weapon), is(stalking)}}));
static_assert((separation && coercive_control && (injury || weapon)) ==
              written({{is(separation)}, {is(coercive_control)}, {is(injury), is(weapon)}}));

// || distributes over &&, every clause of the left with every clause of the right.
static_assert(((injury && weapon) || stalking) == written({{is(injury), is(stalking)}, {is(weapon), is(stalking)}}));
static_assert((stalking || (injury && weapon)) == written({{is(stalking), is(injury)}, {is(stalking), is(weapon)}}));
static_assert(((injury && weapon) || (stalking && separation)) == written({{is(injury), is(stalking)},
                                                                           {is(injury), is(separation)},
                                                                           {is(weapon), is(stalking)},
                                                                           {is(weapon), is(separation)}}));

// De Morgan, in both directions, and the opposite of an opposite.
static_assert((!(injury || weapon)) == (!injury && !weapon));
static_assert((!(injury && weapon)) == (!injury || !weapon));
static_assert((!(injury && (weapon || !stalking))) ==
              written({{is_not(injury), is_not(weapon)}, {is_not(injury), is(stalking)}}));
static_assert((!!Condition{injury}) == Condition{injury});
static_assert((!!(injury || weapon)) == (injury || weapon));
static_assert((!!(injury && weapon)) == (injury && weapon));

// Always is the neutral of &&, and swallows ||.
static_assert((Condition{} && Condition{injury}) == Condition{injury});
static_assert((Condition{injury} && Condition{}) == Condition{injury});
static_assert((Condition{} || Condition{injury}).is_always());
static_assert((Condition{injury} || Condition{}).is_always());

// Equal is the same form, not the same meaning.
static_assert((injury && weapon) != (weapon && injury));
static_assert((injury || weapon) != (injury && weapon));
static_assert(Condition{injury} != !injury);
static_assert(Condition{injury} != Condition{weapon});
static_assert(Condition{injury} != Condition{});

static_assert(any_of_first(Condition::capacity).literals().size() == Condition::capacity);

TEST_CASE("a condition holds as many literals as its capacity, and one more is refused", "[policy]") {
  const auto full = any_of_first(Condition::capacity);

  CHECK((any_of_first(Condition::capacity - 1) || stalking).literals().size() == Condition::capacity);
  CHECK_THROWS_AS(full && Condition{stalking}, std::length_error);
  CHECK_THROWS_AS(full || Condition{stalking}, std::length_error);
  CHECK_THROWS_AS(Condition{full}.append(is(stalking)), std::length_error);
  CHECK((!full).literals().size() == Condition::capacity);
}

TEST_CASE("never is not a condition", "[policy]") { CHECK_THROWS_AS(!Condition{}, std::invalid_argument); }

TEST_CASE("the clauses of a condition are visited in order, each with its literals", "[policy]") {
  const auto condition = separation && (injury || !weapon) && stalking;

  std::vector<std::vector<Literal>> clauses;
  condition.for_each_clause(
      [&](std::span<const Literal> clause) { clauses.emplace_back(clause.begin(), clause.end()); });

  CHECK(clauses ==
        std::vector<std::vector<Literal>>{{is(separation)}, {{injury, false, false}, is_not(weapon)}, {is(stalking)}});
}

namespace {

/// Bit i is the answer when the first six signals are answered by the bits of i.
using TruthTable = std::uint64_t;

constexpr std::array<TruthTable, 6> table_of_signal = {0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0,
                                                       0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};

TruthTable table_of(const Condition& condition) {
  TruthTable all = ~TruthTable{0};
  condition.for_each_clause([&](std::span<const Literal> clause) {
    TruthTable any = 0;
    for (const auto& literal : clause) {
      const auto table = table_of_signal[static_cast<std::size_t>(literal.signal)];
      any |= literal.is_negated ? ~table : table;
    }
    all &= any;
  });
  return all;
}

struct Expression {
  Condition condition;
  TruthTable table;
};

/// A random expression of the three operators over six signals. None: it does not fit into a condition.
std::optional<Expression> random_expression(std::mt19937_64& random, int depth) try {
  if (depth == 0) {
    const auto i = random() % table_of_signal.size();
    return Expression{static_cast<Signal>(i), table_of_signal[i]};
  }
  const auto a = random_expression(random, depth - 1);
  const auto b = random_expression(random, static_cast<int>(random() % static_cast<unsigned>(depth)));
  if (!a || !b) return {};
  switch (random() % 3) {
    case 0:
      return Expression{a->condition && b->condition, a->table & b->table};
    case 1:
      return Expression{a->condition || b->condition, a->table | b->table};
    default:
      return Expression{!a->condition, ~a->table};
  }
} catch (const std::length_error&) {
  return {};
}

}  // namespace

TEST_CASE("a condition means what the expression says that it was built from", "[policy]") {
  std::mt19937_64 random{20240229};
  int built = 0;
  for (int i = 0; i < 100'000; ++i) {
    const auto expression = random_expression(random, 1 + i % 4);
    if (!expression) continue;
    ++built;
    if (table_of(expression->condition) != expression->table) FAIL("expression " << i);
  }
  CHECK(built > 50'000);
}
