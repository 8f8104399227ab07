#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/people/definition.hpp>

#include <concepts>
#include <functional>
#include <iterator>
#include <ranges>
#include <type_traits>

using namespace earlyhelp;
using Behaviours = EnumSet<Behaviour>;

static_assert(sizeof(Behaviours) == sizeof(std::uint64_t));
static_assert(std::is_trivially_copyable_v<Behaviours>);
static_assert(std::regular<Behaviours>);
static_assert(std::same_as<decltype(std::hash<Behaviours>{}(Behaviours{})), std::size_t>);
static_assert(!std::is_convertible_v<std::uint64_t, Behaviours>);
static_assert(!std::equality_comparable_with<Behaviours, EnumSet<Finding>>);

static_assert(std::forward_iterator<Behaviours::Iterator>);
static_assert(std::ranges::forward_range<Behaviours>);

static_assert(Behaviours{}.empty());
static_assert(*Behaviours{Behaviour::economic, Behaviour::violent_or_threatening}.begin() ==
              Behaviour::violent_or_threatening);
static_assert((Behaviours{Behaviour::economic} | Behaviours{Behaviour::economic}).size() == 1);
static_assert((Behaviours{Behaviour::economic} - Behaviours{Behaviour::economic}).empty());
