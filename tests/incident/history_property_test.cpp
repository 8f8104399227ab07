#include <earlyhelp/incident/history.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 7};
constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t day = 24 * 60 * minute;

using Record = std::variant<PastIncident, MaracReferral, PersonLink>;
using Records = std::vector<Record>;

/// Whom and what a random history is about.
struct Shape {
  int victims;
  int suspects;
  int records;
  int days;       ///< in which they fall
  int link_in;    ///< one record in so many is a link
  int repeat_in;  ///< one incident in so many has the id of another
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_{seed} {}
  int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(engine_); }
  WrittenInstant instant(int days) {
    const auto instant = Instant::of_microseconds(below(days) * day + below(4) * 6 * 60 * minute);
    const auto offset = boost::posix_time::hours{below(29) - 14};
    return {.instant = instant, .day = (instant.utc() + offset).date()};
  }
  Instant recorded(Instant occurred) {
    return Instant::of_microseconds(occurred.microseconds() + (below(3) == 0 ? below(60) * day : below(2) * minute));
  }
  std::mt19937& engine() { return engine_; }

 private:
  std::mt19937 engine_;
};

Record random_record(Random& random, const Shape& shape, int number) {
  PersonId victim{"v" + std::to_string(random.below(shape.victims))};
  PersonId suspect{"a-suspect-of-many-" + std::to_string(random.below(shape.suspects))};
  const auto occurred = random.instant(shape.days);
  const auto recorded = random.recorded(occurred.instant);
  if (random.below(shape.link_in) == 0) {
    return PersonLink{
        .one = victim, .other = PersonId{"v" + std::to_string(random.below(shape.victims))}, .recorded_at = recorded};
  }
  if (random.below(5) == 0) std::swap(victim, suspect);
  if (random.below(8) == 0) {
    return MaracReferral{
        .id = ReferralId{"r"}, .occurred_at = occurred, .recorded_at = recorded, .victim = victim, .suspect = suspect};
  }
  const auto id = random.below(shape.repeat_in) == 0 ? random.below(number + 1) : number;
  return PastIncident{.id = IncidentId{(id % 2 == 0 ? "i" : "an-even-longer-incident-") + std::to_string(id)},
                      .occurred_at = occurred,
                      .recorded_at = recorded,
                      .victim = victim,
                      .suspect = suspect,
                      .definition = random.below(6) == 0 ? Definition::not_domestic : Definition::domestic_abuse};
}

Records random_records(Random& random, const Shape& shape) {
  Records records;
  for (int i = 0; i < shape.records; ++i) records.push_back(random_record(random, shape, i));
  return records;
}

History history_of(const Records& records) {
  History history;
  for (const auto& record : records) {
    std::visit([&](const auto& each) { history.add(each); }, record);
  }
  return history;
}

/// The policy page, read word by word over all records.
PairHistory by_the_page(const Records& records, const PastIncident& asked) {
  const auto is_known = [&](const auto& record) {
    return record.recorded_at <= asked.recorded_at && record.occurred_at.instant <= asked.occurred_at.instant;
  };
  const auto is_pair = [&](const auto& record) {
    return (record.victim == asked.victim && record.suspect == asked.suspect) ||
           (record.victim == asked.suspect && record.suspect == asked.victim);
  };
  const auto is_in = [&](const auto& record, int months) {
    return record.occurred_at.day >= add_months(asked.occurred_at.day, -months);
  };
  PairHistory history{.facts = {.known = true, .marac_referral_in_window = false}, .roles_reversed = false};
  std::set<std::string> events;
  std::vector<std::set<PersonId>> groups = {{asked.victim}};
  const auto add_victim = [&](const PersonId& victim) {
    const bool is_new = std::none_of(groups.begin(), groups.end(), [&](auto& group) { return group.contains(victim); });
    if (is_new) groups.push_back({victim});
  };
  for (const auto& record : records) {
    if (const auto* incident = std::get_if<PastIncident>(&record)) {
      const bool is_other = incident->id != asked.id && incident->definition != Definition::not_domestic;
      if (!is_other || !is_known(*incident)) continue;
      if (incident->suspect == asked.suspect) add_victim(incident->victim);
      if (!is_pair(*incident) || !is_in(*incident, windows.escalation_months)) continue;
      events.insert(incident->id.value());
      history.roles_reversed = history.roles_reversed || incident->suspect == asked.victim;
    } else if (const auto* referral = std::get_if<MaracReferral>(&record)) {
      if (!is_known(*referral)) continue;
      if (referral->suspect == asked.suspect) add_victim(referral->victim);
      if (is_pair(*referral) && is_in(*referral, windows.marac_repeat_months)) {
        history.facts.marac_referral_in_window = true;
      }
    }
  }
  for (const auto& record : records) {
    const auto* link = std::get_if<PersonLink>(&record);
    if (link == nullptr || asked.recorded_at < link->recorded_at) continue;
    const auto holding = [&](const PersonId& id) {
      return std::find_if(groups.begin(), groups.end(), [&](auto& group) { return group.contains(id); });
    };
    const auto one = holding(link->one);
    const auto other = holding(link->other);
    if (one == other || one == groups.end() || other == groups.end()) continue;
    one->merge(*other);
    groups.erase(other);
  }
  history.facts.events_in_window = static_cast<int>(events.size()) + 1;
  history.facts.suspect_other_victims = static_cast<int>(groups.size()) - 1;
  return history;
}

std::vector<PastIncident> incidents_of(const Records& records) {
  std::vector<PastIncident> incidents;
  for (const auto& record : records) {
    if (const auto* incident = std::get_if<PastIncident>(&record)) incidents.push_back(*incident);
  }
  return incidents;
}

std::vector<PairHistory> answers(const History& history, const std::vector<PastIncident>& incidents) {
  std::vector<PairHistory> found;
  for (const auto& incident : incidents) found.push_back(history.before(incident, {}, windows));
  return found;
}

/// Few people, one pair with very many incidents, one suspect of very many, and with and without what is rare.
const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {.victims = 4, .suspects = 3, .records = 40, .days = 900, .link_in = 4, .repeat_in = 5},
      {.victims = 6, .suspects = 2, .records = 100, .days = 40, .link_in = 8, .repeat_in = 10},
      {.victims = 1, .suspects = 1, .records = 1500, .days = 1500, .link_in = 1000, .repeat_in = 1000},
      {.victims = 2, .suspects = 1, .records = 900, .days = 900, .link_in = 1000, .repeat_in = 6},
      {.victims = 250, .suspects = 1, .records = 900, .days = 1500, .link_in = 9, .repeat_in = 20},
      {.victims = 250, .suspects = 2, .records = 900, .days = 1500, .link_in = 400, .repeat_in = 400},
  };
  return all;
}

}  // namespace

TEST_CASE("history answers as the policy page reads, over random records", "[incident][property]") {
  for (unsigned seed = 1; seed <= 36; ++seed) {
    Random random{seed};
    const auto& shape = shapes()[seed % shapes().size()];
    const auto records = random_records(random, shape);

    const auto history = history_of(records);

    for (const auto& incident : incidents_of(records)) {
      if (shape.records > 100 && random.below(8) != 0) continue;
      INFO("seed " << seed << ", incident " << incident.id.value());
      const auto expected = by_the_page(records, incident);
      const auto found = history.before(incident, {}, windows);
      CHECK(found.facts.events_in_window == expected.facts.events_in_window);
      CHECK(found.facts.marac_referral_in_window == expected.facts.marac_referral_in_window);
      CHECK(found.facts.suspect_other_victims == expected.facts.suspect_other_victims);
      CHECK(found.roles_reversed == expected.roles_reversed);
    }
  }
}

TEST_CASE("the order in which records are added does not matter", "[incident][property]") {
  for (unsigned seed = 1; seed <= 18; ++seed) {
    Random random{seed};
    auto records = random_records(random, shapes()[seed % shapes().size()]);
    const auto incidents = incidents_of(records);
    const auto expected = answers(history_of(records), incidents);

    std::shuffle(records.begin(), records.end(), random.engine());

    CAPTURE(seed);
    CHECK((answers(history_of(records), incidents) == expected));
  }
}

TEST_CASE("records of other people change nothing", "[incident][property]") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    Random random{seed};
    const auto records = random_records(random, shapes()[seed % shapes().size()]);
    const auto incidents = incidents_of(records);
    auto history = history_of(records);
    const auto expected = answers(history, incidents);

    for (int i = 0; i < 200; ++i) {
      auto other = make_past_incident("x" + std::to_string(i), "1970-01-02T12:00:00Z");
      history.add(other);
      history.add(PersonLink{.one = other.victim, .other = other.suspect, .recorded_at = other.recorded_at});
    }

    CAPTURE(seed);
    CHECK((answers(history, incidents) == expected));
  }
}
