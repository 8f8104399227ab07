#pragma once

#include <earlyhelp/io/generate.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace earlyhelp::io {

/// A share of the made-up feed; its number is in `assumptions`.
enum class Share : std::uint8_t {
  one_incident,
  two_incidents,
  three_to_five_incidents,
  with_children,
  standard,
  medium,
  ungraded,
  with_checklist,
  unfinished_checklist,
  children_known,
  history_known,
  attended,
  judged,
  reversed,
  known_suspect,
  unconnected,
  unknown_relationship,
  finding,
  unknown_finding,
  under_18,
};

constexpr Source concentration{"Targeting escalation in intimate partner violence",
                               "77.6 % of suspects had no further report in two years; shape of the tail assumed"};
constexpr Source northumbria{"Northumbria Police, N8 policing partnership 2017", "children present, 11,560 of 30,902"};
constexpr Source ours{"Library default", "an assumption: no published figure was found"};

/// In the order of `Share`.
constexpr std::array assumptions{
    Assumption{"families with one incident in the feed", 750, false, concentration},
    Assumption{"families with two", 150, false, concentration},
    Assumption{"families with three to five; the rest have six to twelve", 70, false, concentration},
    Assumption{"families with children", 370, true, northumbria},
    Assumption{"incidents graded standard", 620, false, ours},
    Assumption{"incidents graded medium; the rest, but the ungraded, high", 235, false, ours},
    Assumption{"incidents that nobody graded", 50, false, ours},
    Assumption{"incidents with a checklist", 900, false, ours},
    Assumption{"checklists with unanswered items", 200, false, ours},
    Assumption{"incidents of which the children are known", 850, false, ours},
    Assumption{"incidents of which earlier records could be searched", 900, false, ours},
    Assumption{"incidents that were attended", 920, false, ours},
    Assumption{"incidents with a professional judgement", 40, false, ours},
    Assumption{"further incidents of a family in which the roles are reversed", 20, false, ours},
    Assumption{"families whose suspect is one of another family", 30, false, ours},
    Assumption{"pairs who are not personally connected", 30, false, ours},
    Assumption{"pairs whose relationship is not known", 40, false, ours},
    Assumption{"findings that are a yes, of a standard incident; three times as many of a high one", 40, false, ours},
    Assumption{"findings that are unknown", 30, false, ours},
    Assumption{"victims and suspects who are under 18", 20, false, ours},
};

constexpr int per_thousand(Share share) noexcept { return assumptions[static_cast<std::size_t>(share)].per_thousand; }

}  // namespace earlyhelp::io
