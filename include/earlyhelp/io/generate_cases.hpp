#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/io/generate.hpp>

#include <span>
#include <vector>

namespace earlyhelp::io {

/// What to make up beside a feed.
struct CaseGeneration {
  Generation feed;              ///< the incidents that the cases are about, as generate() makes them
  int flawed_per_thousand = 0;  ///< cases in which somebody did what no rule of casework allows

  friend bool operator==(const CaseGeneration&, const CaseGeneration&) = default;
};

/// Makes up the case files of invented families as they stand when the last incident of the feed is recorded: each
/// incident decided by the shipped policy, and what was done about it since then; some families come from a school,
/// without an incident. The same `generation` makes the same cases everywhere.
///
/// Every case but a flawed one obeys the rules of casework, as made_up_casework_policy() has them: what a rule forbids
/// was not done. Duties are another matter: some are done late, and some never. A family about which nobody has to do
/// anything has no case. The cases that began last are still open: not yet allocated, due, or overdue.
std::vector<CaseFile> generate_case_files(const CaseGeneration& generation);

/// The rules that made-up cases obey: this library's defaults, in London.
CaseworkPolicy made_up_casework_policy();

/// The numbers that made-up cases rest on: every one an assumption of this library.
std::span<const Assumption> case_assumptions() noexcept;

}  // namespace earlyhelp::io
