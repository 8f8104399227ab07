#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/measurement.hpp>

#include "support/make_register.hpp"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace earlyhelp::test {

// An indicator whose answers the tests write down: the id of each case begins with six letters, one for each criterion,
// that say what is replied to it: n(o), y(es), t (not yet), l(ost), u (not known).

inline const std::string reply_letters = "nytlu";

/// The id of the first case of a family: its code, and what the test put behind it.
inline const std::string& code_of(const Subject& subject) {
  return subject.all.cases()[subject.all.families()[subject.place].front()].id.value();
}

template <Criterion criterion>
Reply coded_reply(const Subject& subject) {
  return static_cast<Reply>(reply_letters.find(code_of(subject)[static_cast<std::size_t>(criterion)]));
}

inline Indicator coded_indicator() {
  using enum Criterion;
  return {.id = "coded",
          .version = 1,
          .title = "What is written in the ids",
          .unit = CountedUnit::family,
          .index = IndexDate::referred,
          .initial_population = {.asks = "1", .of = coded_reply<initial_population>},
          .denominator = {.asks = "2", .of = coded_reply<denominator>},
          .denominator_exclusion = {.asks = "3", .of = coded_reply<denominator_exclusion>},
          .numerator = {.asks = "4", .of = coded_reply<numerator>},
          .numerator_exclusion = {.asks = "5", .of = coded_reply<numerator_exclusion>},
          .denominator_exception = {.asks = "6", .of = coded_reply<denominator_exception>},
          .direction = Improvement::neutral,
          .source = {.title = "this test"}};
}

/// What stands out when nobody knows: not yet, lost, or not known.
inline Standing undetermined(char letter) {
  return letter == 't' ? Standing::pending : letter == 'l' ? Standing::lost : Standing::not_known;
}

/// Where somebody with this code stands, each criterion read where those before let it be.
inline Standing standing_of_code(const std::string& code) {
  const auto is_known = [&](std::size_t i) { return code[i] == 'y' || code[i] == 'n'; };
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_known(i)) return undetermined(code[i]);
    if (i == 0 && code[i] == 'n') return Standing::not_in_initial_population;
    if (i == 1 && code[i] == 'n') return Standing::not_in_denominator;
    if (i == 2 && code[i] == 'y') return Standing::excluded;
  }
  const std::size_t last = code[3] == 'y' ? 4 : 5;
  if (!is_known(last)) return undetermined(code[last]);
  if (last == 4) return code[last] == 'y' ? Standing::numerator_excluded : Standing::numerator;
  return code[last] == 'y' ? Standing::exception : Standing::denominator_only;
}

/// One family for each code, all referred on 6 January 2025. Codes that are there twice are told apart by a number
/// behind them.
inline CaseRegister coded_register(const std::vector<std::string>& codes) {
  std::set<std::string> taken;
  std::vector<CaseFile> cases;
  for (auto code : codes) {
    if (!taken.insert(code).second) taken.insert(code += "-" + std::to_string(cases.size()));
    CaseFile file{.id = CaseId{code}};
    file.events.push_back({.id = CaseEventId{"e"},
                           .occurred_at = moment("2025-01-06"),
                           .recorded_at = moment("2025-01-06"),
                           .recorded_by = worker,
                           .body = Referred{.source = ReferralSource::school}});
    cases.push_back(std::move(file));
  }
  return make_register(cases, "2025-12-31");
}

inline Measurement measure_codes(const std::vector<std::string>& codes, std::int64_t minimum = 20) {
  auto indicator = coded_indicator();
  indicator.minimum = minimum;
  return measure(indicator, coded_register(codes), the_year());
}

/// So many times the same.
inline std::vector<std::string> times(std::size_t count, const std::string& code) { return {count, code}; }

inline std::vector<std::string> both(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace earlyhelp::test
