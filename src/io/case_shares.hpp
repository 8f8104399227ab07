#pragma once

#include "chance.hpp"

#include <earlyhelp/io/generate.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace earlyhelp::io {

/// A share of the made-up cases; its number is in `case_shares`.
enum class CaseShare : std::uint8_t {
  school_referral,
  settled_at_once,
  suitable,
  waits_long,
  duty_late,
  duty_forgotten,
  channel_confirmed,
  channel_unsafe,
  channel_shared,
  message_agreed,
  never_reached,
  attempt_fails,
  consents,
  withdraws_consent,
  perpetrator_worked_with,
  reason_found,
  adverse_experience,
  mistaken,
  reassessed,
  lowered,
  disclosed,
  barred,
  asked_for_feedback,
  answers_feedback,
};

/// In the order of `CaseShare`.
constexpr std::array case_shares{
    Assumption{"referrals by a school, for each incident", 40, false, ours},
    Assumption{"daily reviews that settle grade and contact at once", 850, false, ours},
    Assumption{"families found suitable", 880, false, ours},
    Assumption{"families who wait some days to be allocated", 80, false, ours},
    Assumption{"duties done late", 100, false, ours},
    Assumption{"duties that nobody does", 40, false, ours},
    Assumption{"victims who say to the officer how to reach them", 700, false, ours},
    Assumption{"channels that are not safe", 80, false, ours},
    Assumption{"channels that the suspect shares", 40, false, ours},
    Assumption{"channels on which a message may be left", 400, false, ours},
    Assumption{"victims who are never reached", 80, false, ours},
    Assumption{"attempts that fail", 400, false, ours},
    Assumption{"people who consent", 850, false, ours},
    Assumption{"people who withdraw their consent", 40, false, ours},
    Assumption{"suspects worked with", 300, false, ours},
    Assumption{"cases in which a reason is found", 600, false, ours},
    Assumption{"children of whom an adverse experience is observed", 400, false, ours},
    Assumption{"needs recorded wrongly and withdrawn", 30, false, ours},
    Assumption{"incidents graded higher later", 60, false, ours},
    Assumption{"incidents graded lower later", 30, false, ours},
    Assumption{"families who tell of another incident", 50, false, ours},
    Assumption{"cases that must not reach somebody", 30, false, ours},
    Assumption{"families asked for feedback", 700, false, ours},
    Assumption{"families who answer", 600, false, ours},
};

inline bool happens(CaseShare share, Chance& chance) {
  return chance.out_of_thousand(case_shares[static_cast<std::size_t>(share)].per_thousand);
}

}  // namespace earlyhelp::io
