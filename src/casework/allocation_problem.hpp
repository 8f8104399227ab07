#pragma once

#include <earlyhelp/casework/allocation.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <vector>

namespace earlyhelp {

/// Those who wait in order of their turns and the practitioners by id, by their places in these orders from here on.
class AllocationProblem {
 public:
  /// Throws: std::invalid_argument as allocate() does.
  AllocationProblem(const std::vector<WaitingPerson>& waiting, const std::vector<Practitioner>& practitioners);

  const std::vector<const WaitingPerson*>& waiting() const noexcept { return waiting_; }
  const std::vector<const Practitioner*>& practitioners() const noexcept { return practitioners_; }
  /// Who could work with `person` if nobody else waited.
  const std::vector<std::size_t>& able(std::size_t person) const noexcept { return able_[person]; }
  /// Who knew the family of `person` before. None: nobody who is there.
  boost::optional<std::size_t> known_by(std::size_t person) const noexcept { return known_by_[person]; }
  /// Who waits of the other side of the case of `person`.
  const std::vector<std::size_t>& other_side(std::size_t person) const noexcept { return other_side_[person]; }
  /// Whether a manager lets `worker` work with both sides of the case of `person`.
  bool is_waived(std::size_t person, std::size_t worker) const;
  /// The same problem where nobody of `people` may go to `worker`.
  AllocationProblem without(const std::vector<std::size_t>& people, std::size_t worker) const;
  /// The weight of each whom somebody is able to work with. None: they differ.
  boost::optional<int> common_weight() const noexcept;

 private:
  void require_valid() const;
  void link();

  std::vector<const WaitingPerson*> waiting_;
  std::vector<const Practitioner*> practitioners_;
  std::vector<std::vector<std::size_t>> able_;
  std::vector<boost::optional<std::size_t>> known_by_;
  std::vector<std::vector<std::size_t>> other_side_;
};

/// Who works with each of those who wait. None: nobody.
using Assignment = std::vector<boost::optional<std::size_t>>;

/// Whether `role` is one of two sides, and `other` the other.
bool is_other_side(FamilyRole role, FamilyRole other) noexcept;

/// What keeps `practitioner` from working with `person`, whoever else waits.
bool speaks(const Practitioner& practitioner, const WaitingPerson& person);
bool has_skills(const Practitioner& practitioner, const WaitingPerson& person);
bool has_room(const Practitioner& practitioner, const WaitingPerson& person) noexcept;
bool is_permitted(const Practitioner& practitioner, const WaitingPerson& person);
bool is_separate(const Practitioner& practitioner, const WaitingPerson& person);

}  // namespace earlyhelp
