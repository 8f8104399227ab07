#pragma once

#include <earlyhelp/policy/signal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>

namespace earlyhelp {

/// A signal, or its opposite.
struct Literal {
  Signal signal = {};
  bool is_negated = false;
  bool ends_clause = true;  ///< whether the any-of that it stands in ends here

  friend constexpr bool operator==(const Literal&, const Literal&) = default;
};

/// When a rule fires: an all-of of any-ofs of signals and their opposites. No clause at all is always.
///
/// `&&`, `||` and `!` on signals build the form at compile time, so that a table reads as the policy page does:
///
///   separation && coercive_control && (injury || weapon)    three clauses, the last an any-of of two
///   !(injury || weapon)                                     two clauses, each a negated signal
///   (injury && weapon) || stalking                          (injury || stalking) && (weapon || stalking)
///
/// Invariant: at most `capacity` literals; the last one ends its clause.
///
/// Source: default triage policy, section 3.
class Condition {
 public:
  static constexpr std::size_t capacity = 22;

  constexpr Condition() noexcept = default;
  constexpr Condition(Signal signal) { append({.signal = signal}); }

  /// All literals, clause after clause.
  constexpr std::span<const Literal> literals() const noexcept { return {literals_.data(), size_}; }
  constexpr bool is_always() const noexcept { return size_ == 0; }

  /// Throws: std::length_error past `capacity` literals; in a constant expression it does not compile.
  constexpr void append(Literal literal) {
    if (size_ == capacity) throw std::length_error{"Condition: more literals than it can hold"};
    literals_[size_++] = literal;
  }

  /// Calls `visit(std::span<const Literal>)` for each any-of, in order.
  template <class Visit>
  constexpr void for_each_clause(Visit visit) const {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      if (!literals_[i].ends_clause) continue;
      visit(std::span<const Literal>{literals_.data() + begin, i + 1 - begin});
      begin = i + 1;
    }
  }

  friend constexpr bool operator==(const Condition&, const Condition&) = default;

 private:
  std::array<Literal, capacity> literals_ = {};  // zero behind size_, so equal conditions have equal bytes
  std::uint8_t size_ = 0;
};

/// The clauses of both.
constexpr Condition operator&&(const Condition& a, const Condition& b) {
  Condition both = a;
  for (const auto& literal : b.literals()) both.append(literal);
  return both;
}

/// Every clause of one with every clause of the other; so always, which has none, or anything else is always.
constexpr Condition operator||(const Condition& a, const Condition& b) {
  Condition either;
  a.for_each_clause([&](std::span<const Literal> left) {
    b.for_each_clause([&](std::span<const Literal> right) {
      for (const auto& literal : left) either.append({literal.signal, literal.is_negated, false});
      for (const auto& literal : right) either.append(literal);
    });
  });
  return either;
}

/// Throws: std::invalid_argument for the opposite of always, which nothing can fire on.
constexpr Condition operator!(const Condition& condition) {
  if (condition.is_always()) throw std::invalid_argument{"Condition: never is not a condition"};
  Condition opposite;
  bool is_first = true;
  condition.for_each_clause([&](std::span<const Literal> clause) {
    Condition none_of;
    for (const auto& literal : clause) none_of.append({literal.signal, !literal.is_negated, true});
    opposite = is_first ? none_of : opposite || none_of;
    is_first = false;
  });
  return opposite;
}

// Between two bare signals only operators that name the enum are looked at.
constexpr Condition operator&&(Signal a, Signal b) { return Condition{a} && Condition{b}; }
constexpr Condition operator||(Signal a, Signal b) { return Condition{a} || Condition{b}; }
constexpr Condition operator!(Signal signal) { return !Condition{signal}; }

}  // namespace earlyhelp
