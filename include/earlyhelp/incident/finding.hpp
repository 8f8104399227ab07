#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What was found out about an incident and its parties, each a yes/no question that may stay unknown.
enum class Finding : std::uint8_t {
  injury,
  strangulation,
  weapon,
  threat_to_kill,
  stalking,
  sexual_harm,
  coercive_control,
  separation,
  pregnancy_or_new_baby,
  honour_or_forced_marriage,
  victim_very_frightened,
  victim_suicidal,
  frequency_rising,
  severity_rising,
  order_breached,
  suspect_suicidal,
  child_harmed_or_threatened,
  prosecution_likely,
  unborn_child,
  childrens_case_open,
  party_under_18,  ///< either party is 16 or 17
};

template <>
struct Names<Finding> {
  static constexpr std::array<std::string_view, 21> ids = {"injury",
                                                           "strangulation",
                                                           "weapon",
                                                           "threat_to_kill",
                                                           "stalking",
                                                           "sexual_harm",
                                                           "coercive_control",
                                                           "separation",
                                                           "pregnancy_or_new_baby",
                                                           "honour_or_forced_marriage",
                                                           "victim_very_frightened",
                                                           "victim_suicidal",
                                                           "frequency_rising",
                                                           "severity_rising",
                                                           "order_breached",
                                                           "suspect_suicidal",
                                                           "child_harmed_or_threatened",
                                                           "prosecution_likely",
                                                           "unborn_child",
                                                           "childrens_case_open",
                                                           "party_under_18"};
};

/// What a question about an incident was answered; that nobody asked is unknown, never no.
enum class Answer : std::uint8_t { no, yes, unknown };

template <>
struct Names<Answer> {
  static constexpr std::array<std::string_view, 3> ids = {"n", "y", "u"};
};

/// The answers to all findings. One has to say what the answers are until set, so that silence is never a no:
///
///   auto findings = Findings::all(Answer::unknown).with(Finding::injury, Answer::yes);
///
/// Invariant: every finding has exactly one answer.
class Findings {
 public:
  static constexpr Findings all(Answer answer) noexcept {
    constexpr auto every = (std::uint64_t{1} << count_of<Finding>)-1;
    Findings findings;
    if (answer == Answer::yes) findings.yes_ = EnumSet<Finding>::of_bits(every);
    if (answer == Answer::unknown) findings.unknown_ = EnumSet<Finding>::of_bits(every);
    return findings;
  }

  constexpr Answer operator[](Finding finding) const noexcept {
    if (yes_.contains(finding)) return Answer::yes;
    return unknown_.contains(finding) ? Answer::unknown : Answer::no;
  }
  constexpr Findings& set(Finding finding, Answer answer) noexcept {
    yes_.erase(finding);
    unknown_.erase(finding);
    if (answer == Answer::yes) yes_.insert(finding);
    if (answer == Answer::unknown) unknown_.insert(finding);
    return *this;
  }
  constexpr Findings with(Finding finding, Answer answer) const noexcept {
    return Findings{*this}.set(finding, answer);
  }

  constexpr EnumSet<Finding> yes() const noexcept { return yes_; }
  constexpr EnumSet<Finding> unknown() const noexcept { return unknown_; }

  friend constexpr bool operator==(Findings, Findings) = default;

 private:
  constexpr Findings() noexcept = default;
  EnumSet<Finding> yes_;
  EnumSet<Finding> unknown_;
};

}  // namespace earlyhelp
