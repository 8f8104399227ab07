#pragma once

namespace earlyhelp {

/// What the records before an incident say about one victim and one suspect of it.
///
/// Source: the default triage policy, section 1, "History, exactly".
struct HistoryFacts {
  bool known;                     ///< whether earlier records of the two could be searched
  int events_in_window = 1;       ///< domestic incidents of the same two in the window; this one is always counted
  bool marac_referral_in_window;  ///< whether the same two were referred to MARAC in the window
  int suspect_other_victims = 0;  ///< other, unconnected victims of this suspect, of any date

  friend constexpr bool operator==(const HistoryFacts&, const HistoryFacts&) = default;
};

}  // namespace earlyhelp
