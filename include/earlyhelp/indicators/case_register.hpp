#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/past_record.hpp>
#include <earlyhelp/indicators/case_record.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What an indicator counts.
enum class CountedUnit : std::uint8_t {
  family,    ///< cases that have a victim in common; whoever comes twice is one family
  child,     ///< by id, in however many families
  pair,      ///< two people, one of them victim of the other
  incident,  ///< of a case: an incident of two cases is two, for each family is promised contact
};

template <>
struct Names<CountedUnit> {
  static constexpr std::array<std::string_view, 4> ids = {"family", "child", "pair", "incident"};
};

/// Where an incident is: among the incidents of a case.
struct IncidentPlace {
  std::uint32_t in_case;
  std::uint32_t place;

  friend bool operator==(const IncidentPlace&, const IncidentPlace&) = default;
};

/// A child, and the cases of its families.
struct ChildRecord {
  PersonId id;
  std::vector<std::uint32_t> cases = {};  ///< the first to begin first
};

/// A domestic incident that the police recorded between the two of a pair.
struct Callout {
  IncidentId incident;
  Date occurred_on;
  Instant recorded_at;

  friend bool operator==(const Callout&, const Callout&) = default;
};

/// Two people, their cases, and the incidents between them, whoever of them was the victim. Nobody is a pair alone.
struct PairRecord {
  PersonId one;  ///< of the two ids the lower
  PersonId other;
  std::vector<std::uint32_t> cases = {};  ///< the first to begin first
  std::vector<Callout> callouts = {};     ///< in the order in which they occurred
};

/// All cases of a place as they were known at one moment, and the same by family, child and pair: what every indicator
/// reads, made once for all of them. Subjects of a unit are numbered from 0. The cases of a subject are in the order in
/// which they began, those that never did last; of two that began at one moment the lower id comes first.
///
/// Source: library default; distinct ids, as annual reports name families and children.
class CaseRegister {
 public:
  /// What the police recorded is `callouts`: the incidents that are not domestic, or that were recorded after
  /// `cut_off`, do not count. An incident named twice counts once. Cases of which nothing was known yet are left out.
  /// The order of cases and callouts does not matter, but for the numbers of the subjects.
  ///
  /// Requires: check(policy) has no objection.
  /// Throws:   std::invalid_argument, naming the case, when two cases have one id.
  CaseRegister(std::span<const CaseFile> cases, std::span<const PastIncident> callouts, const CaseworkPolicy& policy,
               const Calendar& calendar, Instant cut_off);

  Instant cut_off() const noexcept { return cut_off_; }
  /// Throws: as day_of.
  Date cut_off_day() const { return day_of(cut_off_); }
  /// The local day of `at`, in the zone of the casework policy.
  ///
  /// Throws: std::out_of_range outside the years 1400 to 9999.
  Date day_of(Instant at) const { return zone_.civil(at).day; }
  const TimeZone& zone() const noexcept { return zone_; }

  std::span<const CaseRecord> cases() const noexcept { return cases_; }
  std::span<const std::vector<std::uint32_t>> families() const noexcept { return families_; }  ///< cases of each
  std::span<const ChildRecord> children() const noexcept { return children_; }
  std::span<const PairRecord> pairs() const noexcept { return pairs_; }
  std::span<const IncidentPlace> incidents() const noexcept { return incidents_; }

  /// How many subjects of a unit there are.
  std::size_t size(CountedUnit unit) const noexcept;
  /// The places of the cases that a subject is in, in their order.
  ///
  /// Requires: place < size(unit).
  std::span<const std::uint32_t> cases_of(CountedUnit unit, std::size_t place) const noexcept;
  /// The ids that a subject is known by: a family by those of its cases.
  ///
  /// Throws: std::out_of_range for a place that there is not.
  std::vector<std::string> ids(CountedUnit unit, std::size_t place) const;

 private:
  void group_families();
  void group_children();
  void group_pairs(std::span<const PastIncident> callouts);
  void list_incidents();
  void put_cases_in_order(std::vector<std::uint32_t>& places) const;

  Instant cut_off_;
  TimeZone zone_;
  std::vector<CaseRecord> cases_;
  std::vector<std::vector<std::uint32_t>> families_;
  std::vector<ChildRecord> children_;
  std::vector<PairRecord> pairs_;
  std::vector<IncidentPlace> incidents_;
};

}  // namespace earlyhelp
