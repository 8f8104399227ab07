#include "case_shares.hpp"
#include "made_up_case.hpp"

#include <earlyhelp/io/generate_cases.hpp>
#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <map>
#include <string>
#include <utility>

namespace earlyhelp::io {
namespace {

/// The cases of a feed, each beside the others: what is made up for one family turns on nothing of another.
class MadeUpCases {
 public:
  explicit MadeUpCases(const CaseGeneration& generation)
      : generation_{generation},
        chance_{generation.feed.seed ^ 0xca5ef11e5U},
        service_{.policies = PolicyTimeline{default_policy_book()}, .casework = made_up_casework_policy()} {}

  void take(const Incident& incident) {
    until_ = incident.recorded_at.instant;
    if (const auto policy = service_.policies.on(incident.reported_at.day)) {
      const auto kept = case_decision(incident, triage(incident, service_.history, *policy), *policy);
      const auto known = numbers_.find(people_of(incident));
      if (known != numbers_.end())
        cases_[known->second].respond(incident, kept, service_);
      else if (!kept.duties.empty())
        begin(incident).respond(incident, kept, service_);
    }
    service_.history.add(incident);
    if (happens(CaseShare::school_referral, chance_)) {
      const auto at = after(*until_, -chance_.between(0, 3 * minutes_an_hour));
      cases_.emplace_back(generation_.feed.seed, cases_.size() + 1).respond_to_school(at, service_);
    }
  }

  std::vector<CaseFile> files() && {
    std::vector<CaseFile> files;
    files.reserve(cases_.size());
    for (auto& made_up : cases_) {
      if (chance_.out_of_thousand(generation_.flawed_per_thousand)) made_up.add_flaw();
      files.push_back(std::move(made_up).play(*until_, service_));
    }
    return files;
  }

 private:
  using People = std::pair<std::string, std::string>;
  /// The two of an incident, whichever role each has.
  static People people_of(const Incident& incident) {
    People people{incident.victims.front().id.value(), incident.suspects.front().id.value()};
    if (people.second < people.first) std::swap(people.first, people.second);
    return people;
  }
  MadeUpCase& begin(const Incident& incident) {
    numbers_.emplace(people_of(incident), cases_.size());
    return cases_.emplace_back(generation_.feed.seed, cases_.size() + 1);
  }

  const CaseGeneration& generation_;
  Chance chance_;
  MadeUpService service_;
  std::vector<MadeUpCase> cases_;
  std::map<People, std::size_t> numbers_;
  boost::optional<Instant> until_;
};

}  // namespace

CaseworkPolicy made_up_casework_policy() { return {.zone = london()}; }

std::vector<CaseFile> generate_case_files(const CaseGeneration& generation) {
  MadeUpCases cases{generation};
  generate(generation.feed, [&cases](const Incident& incident) { cases.take(incident); });
  return std::move(cases).files();
}

std::span<const Assumption> case_assumptions() noexcept { return case_shares; }

}  // namespace earlyhelp::io
