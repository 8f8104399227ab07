#include <earlyhelp/indicators/family_indicators.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <iostream>

int main() {
  using namespace earlyhelp;
  const auto at = [](const char* text) { return parse_instant(text)->instant; };
  const auto family = [&](const std::string& id, const char* referred, const char* spoken_with) {
    CaseFile file{.id = CaseId{id}};
    const PersonId victim{id + "-victim"};
    file.members = {{.person = {.id = victim}, .role = FamilyRole::victim, .recorded_at = at(referred)}};
    const auto keep = [&](const char* when, CaseEventBody body) {
      append(file, {.id = CaseEventId{id + when},
                    .occurred_at = at(when),
                    .recorded_at = at(when),
                    .recorded_by = WorkerId{"w-1"},
                    .body = std::move(body)});
    };
    keep(referred, Referred{.source = ReferralSource::school});
    if (spoken_with != nullptr) keep(spoken_with, ContactMade{.person = victim, .mode = ContactMode::at_school});
    return file;
  };
  const std::vector<CaseFile> cases = {family("c-1", "2026-01-05T09:00:00Z", "2026-01-06T10:00:00Z"),
                                       family("c-2", "2026-01-12T09:00:00Z", nullptr),
                                       family("c-3", "2026-03-02T09:00:00Z", "2026-03-03T10:00:00Z")};
  const CaseworkPolicy policy{.zone = london()};
  const Calendar calendar{london(), Holidays{.known = Period{Date{2026, 1, 1}, Date{2026, 12, 31}}, .days = {}}};

  const CaseRegister all{cases, {}, policy, calendar, at("2026-05-01T00:00:00Z")};
  const auto reached = measure(family_reached, all, Period{Date{2026, 1, 1}, Date{2026, 3, 31}});
  const auto [count, total] = reached.score();
  std::cout << count << " of " << total << " families, " << reached.count(Standing::pending)
            << " pending: " << to_string(reached.status()) << ", in truth from " << reached.bounds()->lower << " to "
            << reached.bounds()->upper << '\n';
  for (const auto place : reached.members(Standing::denominator_only)) {
    std::cout << "not reached: " << all.ids(CountedUnit::family, place).front() << '\n';
  }
}
