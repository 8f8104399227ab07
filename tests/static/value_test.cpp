#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/issue.hpp>
#include <earlyhelp/period.hpp>
#include <earlyhelp/source.hpp>
#include <earlyhelp/text.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <concepts>
#include <functional>
#include <type_traits>
#include <utility>

using namespace earlyhelp;

// What a rule table is made of is copied as bytes and kept in place.
static_assert(std::is_trivially_copyable_v<Text<127>>);
static_assert(std::is_trivially_copyable_v<Source>);
static_assert(std::regular<Text<127>>);
static_assert(std::same_as<decltype(std::hash<Text<127>>{}(Text<127>{})), std::size_t>);
static_assert(Text<3>{"abc"}.view() == "abc");
static_assert(Text<3>{"ab"} == Text<3>{"ab"} && Text<3>{"ab"} != Text<3>{"abc"});

// Findings fit into two words, and say what they are until set.
static_assert(std::is_trivially_copyable_v<Findings> && sizeof(Findings) == 16);
static_assert(!std::is_default_constructible_v<Findings>);
static_assert(Findings::all(Answer::unknown)[Finding::injury] == Answer::unknown);
static_assert(Findings::all(Answer::no).with(Finding::injury, Answer::yes).yes() == EnumSet{Finding::injury});

// A moment is never by default, and never a bare number.
static_assert(!std::is_default_constructible_v<Instant>);
static_assert(!std::is_convertible_v<std::int64_t, Instant>);
static_assert(!std::is_convertible_v<boost::posix_time::ptime, Instant>);
static_assert(std::is_trivially_copyable_v<Instant> && std::totally_ordered<Instant>);
static_assert(std::same_as<decltype(std::hash<Instant>{}(Instant::of_microseconds(0))), std::size_t>);

static_assert(!std::is_default_constructible_v<Period>);
static_assert(std::is_aggregate_v<Issue> && std::is_aggregate_v<Source> && std::is_aggregate_v<WrittenInstant>);

// A decision is fixed-size and copies like a number; so does what a rule table is made of.
static_assert(std::is_trivially_copyable_v<Decision> && sizeof(Decision) <= 128);
static_assert(std::is_trivially_copyable_v<Facts>);
static_assert(std::is_trivially_copyable_v<Condition> && std::is_trivially_copyable_v<Rule>);

// Only a book and a day make a policy.
static_assert(!std::is_default_constructible_v<Policy>);
static_assert(!std::is_constructible_v<Policy, PolicyBook> && std::is_constructible_v<Policy, PolicyBook, Date>);

// Rules and clocks are total: deciding throws nothing.
static_assert(noexcept(triage(std::declval<const Facts&>(), std::declval<const Policy&>())));
