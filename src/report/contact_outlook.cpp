#include "report/contact_outlook.hpp"

#include <earlyhelp/casework/safe_contact.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace earlyhelp {
namespace {

using enum CaseRule;

constexpr std::array channel_modes{ContactMode::phone, ContactMode::video, ContactMode::letter, ContactMode::text};
constexpr int days_to_look_ahead = 2;
constexpr int minutes_in_a_day = 24 * 60;

/// Asks the vetoes about one person on behalf of one practitioner.
class Asker {
 public:
  Asker(const SeenCase& seen_case, const PersonId& person, const WorkerId& by, const CaseworkPolicy& policy,
        Instant now, EnumSet<CaseRule> but_for)
      : case_{seen_case}, person_{person}, by_{by}, policy_{policy}, now_{now}, but_for_{but_for} {}

  /// What speaks against any contact with the person, whatever the way.
  EnumSet<CaseRule> against_the_person() const {
    const PlannedContact meeting{.person = person_, .mode = ContactMode::outdoor_place, .by = by_};
    return vetoes(meeting, now_) - EnumSet<CaseRule>{mode_permitted};
  }

  std::vector<ContactWay> ways() const {
    std::vector<ContactWay> ways;
    for (const auto& channel : case_.seen.channels) {
      if (!channel.confirmed || !may_reach(*channel.confirmed)) continue;
      for (const auto at : times(*channel.confirmed)) {
        const auto modes = modes_of(channel.channel, at);
        if (modes.empty()) continue;
        ways.push_back({.channel = channel.channel,
                        .modes = modes,
                        .from = at,
                        .is_neutral_call = is_unknown(channel.channel, at)});
        break;
      }
    }
    std::sort(ways.begin(), ways.end(), [](const ContactWay& a, const ContactWay& b) {
      return std::tie(a.from, a.channel) < std::tie(b.from, b.channel);
    });
    return ways;
  }

 private:
  EnumSet<CaseRule> vetoes(const PlannedContact& contact, Instant at) const {
    return contact_vetoes(case_.case_file, case_.state, contact, at, policy_) - but_for_;
  }
  EnumSet<CaseRule> vetoes(ContactMode mode, const ChannelId& channel, Instant at) const {
    return vetoes({.person = person_, .mode = mode, .channel = channel, .by = by_}, at);
  }
  /// A channel of nobody else but, for a child, of a victim; the vetoes say whether it may be used.
  bool may_reach(const ChannelConfirmed& confirmed) const {
    if (confirmed.person == person_) return true;
    const auto person = case_.state.person(person_);
    const auto owner = case_.state.person(confirmed.person);
    return person && owner && person->role == FamilyRole::child && owner->role == FamilyRole::victim;
  }
  /// Now, and when the safe hours begin in the next days.
  std::vector<Instant> times(const ChannelConfirmed& confirmed) const {
    std::vector<Instant> times{now_};
    if (confirmed.safe_from >= minutes_in_a_day) return times;
    const boost::posix_time::minutes opening{confirmed.safe_from};
    const auto today = policy_.zone.civil(now_).day;
    for (int i = 0; i <= days_to_look_ahead; ++i) {
      const auto at = policy_.zone.resolve(today + Days{i}, opening).first;
      if (at > now_) times.push_back(at);
    }
    return times;
  }
  EnumSet<ContactMode> modes_of(const ChannelId& channel, Instant at) const {
    EnumSet<ContactMode> modes;
    for (const auto mode : channel_modes) {
      if (vetoes(mode, channel, at).empty()) modes.insert(mode);
    }
    return modes;
  }
  /// Nothing but a call is left by a channel of which nothing is known, or not any more.
  bool is_unknown(const ChannelId& channel, Instant at) const {
    const auto against_video = vetoes(ContactMode::video, channel, at);
    return against_video.contains(channel_safe) || against_video.contains(channel_confirmed_lately);
  }

  const SeenCase& case_;
  const PersonId& person_;
  const WorkerId& by_;
  const CaseworkPolicy& policy_;
  Instant now_;
  EnumSet<CaseRule> but_for_;
};

ContactOutlook outlook_of(const std::vector<ContactWay>& ways, Instant now) {
  const auto is_open_now = [&](const ContactWay& way) { return way.from == now; };
  const auto is_confirmed = [](const ContactWay& way) { return !way.is_neutral_call; };
  if (ways.empty()) return ContactOutlook::no_safe_channel;
  if (std::none_of(ways.begin(), ways.end(), is_confirmed)) {
    return std::any_of(ways.begin(), ways.end(), is_open_now) ? ContactOutlook::one_neutral_call
                                                              : ContactOutlook::no_safe_channel;
  }
  return std::any_of(ways.begin(), ways.end(), is_open_now) ? ContactOutlook::now : ContactOutlook::later;
}

}  // namespace

PersonToContact contact_outlook(const SeenCase& seen_case, const PersonId& person, const WorkerId& by,
                                const CaseworkPolicy& policy, Instant now) {
  const Asker asker{seen_case, person, by, policy, now, {}};
  const auto member = seen_case.state.person(person);
  PersonToContact next{.person = person,
                       .role = member ? boost::make_optional(member->role) : boost::none,
                       .outlook = ContactOutlook::not_permitted};
  const auto against = asker.against_the_person();
  if (!against.empty()) {
    if (seen_case.viewer != Viewer::perpetrator_worker) next.vetoes = against;
    return next;
  }
  next.ways = asker.ways();
  // A channel that was confirmed is asked first; a neutral call only while there is none.
  if (std::any_of(next.ways.begin(), next.ways.end(), [](const ContactWay& way) { return !way.is_neutral_call; })) {
    std::erase_if(next.ways, [](const ContactWay& way) { return way.is_neutral_call; });
  }
  next.outlook = outlook_of(next.ways, now);
  if (next.outlook == ContactOutlook::no_safe_channel) next.ways.clear();
  return next;
}

bool has_safe_channel(const SeenCase& seen_case, const PersonId& person, const CaseworkPolicy& policy, Instant now) {
  const auto& allocations = seen_case.state.allocations;
  const auto& events = seen_case.case_file.events;
  if (events.empty()) return false;
  const auto& by = allocations.empty() ? events.front().recorded_by : allocations.front().worker;
  const auto ways = Asker{seen_case, person, by, policy, now, {separate_practitioners}}.ways();
  return std::any_of(ways.begin(), ways.end(), [](const ContactWay& way) { return !way.is_neutral_call; });
}

}  // namespace earlyhelp
