#pragma once

#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/report/worklist.hpp>

#include <map>
#include <vector>

namespace earlyhelp {

/// Puts onto a worklist what each case adds to it; nothing is sorted yet.
class CaseReporter {
 public:
  CaseReporter(Worklist& list, const CaseworkPolicy& policy, const Calendar& calendar)
      : list_{list}, policy_{policy}, calendar_{calendar}, today_{calendar.zone().civil(list.now).day} {}

  /// Adds what `known` says, in which nothing was recorded after the moment of the list. Returns its duties.
  std::vector<DutyRecord> add(const CaseFile& known, bool is_incomplete);
  /// The practitioners of the cases that were added, by id.
  std::vector<PractitionerList> practitioners() &&;

 private:
  void add_duty(const OpenDuty& duty);
  void add_waiting(const CaseFile& known, const CaseState& state, const std::vector<OpenDuty>& open);
  void add_without_safe_channel(const CaseFile& known, const CaseState& state, const std::vector<OpenDuty>& open);
  void add_retention(const CaseFile& known);
  void add_practitioners(const CaseFile& known, const CaseState& state, bool is_incomplete);
  std::vector<OpenDuty> open_duties(const CaseFile& file, const CaseState& state,
                                    const std::vector<DutyRecord>& records) const;

  Worklist& list_;
  const CaseworkPolicy& policy_;
  const Calendar& calendar_;
  Date today_;
  std::map<WorkerId, std::vector<PractitionerCase>> practitioners_;
};

}  // namespace earlyhelp
