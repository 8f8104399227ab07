#include "feed_field.hpp"

#include <array>
#include <utility>
#include <vector>

namespace earlyhelp::io {
namespace {

constexpr std::array<std::string_view, count_of<FeedField>> paths = {"id",
                                                                     "occurred_at",
                                                                     "recorded_at",
                                                                     "reported_at",
                                                                     "attended_at",
                                                                     "victims[0].id",
                                                                     "victims[0].born",
                                                                     "victims[0].age",
                                                                     "suspects[0].id",
                                                                     "suspects[0].born",
                                                                     "suspects[0].age",
                                                                     "relationships[0].kind",
                                                                     "behaviours",
                                                                     "officer_grade",
                                                                     "judgement.grade",
                                                                     "judgement.by",
                                                                     "judgement.reason",
                                                                     "checklist.instrument",
                                                                     "checklist.version",
                                                                     "checklist.yes_count",
                                                                     "checklist.unanswered_count",
                                                                     "history_known",
                                                                     "children_known"};

std::string_view last_key(std::string_view path) noexcept { return path.substr(path.rfind('.') + 1); }

/// An object of `members`, in which `key` has the value `json`.
std::string object_with(const std::vector<std::pair<std::string_view, std::string>>& members, std::string_view key,
                        std::string_view json) {
  std::string object = "{\"";
  object.append(key).append("\":").append(json);
  for (const auto& [name, value] : members) {
    if (name != key) object.append(",\"").append(name).append("\":").append(value);
  }
  return object + '}';
}

std::string incident_with(std::string_view key, std::string_view json) {
  return object_with({{"id", "\"i\""},
                      {"occurred_at", key == "recorded_at" ? "\"1401-01-01T00:00Z\"" : "\"9998-12-31T00:00Z\""},
                      {"recorded_at", "\"9998-12-31T00:00Z\""},
                      {"victims", R"([{"id":"v"}])"},
                      {"suspects", R"([{"id":"s"}])"}},
                     key, json);
}

}  // namespace

FieldKind kind_of(FeedField field) noexcept {
  switch (field) {
    case FeedField::occurred_at:
    case FeedField::recorded_at:
    case FeedField::reported_at:
    case FeedField::attended_at:
      return FieldKind::time;
    case FeedField::victim_age:
    case FeedField::suspect_age:
    case FeedField::checklist_yes_count:
    case FeedField::checklist_unanswered_count:
      return FieldKind::whole_number;
    case FeedField::behaviours:
    case FeedField::history_known:
    case FeedField::children_known:
      return FieldKind::translated;
    case FeedField::id:
    case FeedField::victim_id:
    case FeedField::victim_born:
    case FeedField::suspect_id:
    case FeedField::suspect_born:
    case FeedField::relationship:
    case FeedField::officer_grade:
    case FeedField::judgement_grade:
    case FeedField::judgement_by:
    case FeedField::judgement_reason:
    case FeedField::checklist_instrument:
    case FeedField::checklist_version:
      break;
  }
  return FieldKind::text;
}

std::string_view feed_path(FeedField field) noexcept { return paths[static_cast<std::size_t>(field)]; }

std::string row_with(FeedField field, std::string_view json) {
  const auto path = feed_path(field);
  const auto key = last_key(path);
  if (path.starts_with("victims"))
    return incident_with("victims", '[' + object_with({{"id", "\"v\""}}, key, json) + ']');
  if (path.starts_with("suspects")) {
    return incident_with("suspects", '[' + object_with({{"id", "\"s\""}}, key, json) + ']');
  }
  if (path.starts_with("relationships")) {
    return incident_with("relationships", '[' + object_with({{"between", R"(["v","s"])"}}, key, json) + ']');
  }
  if (path.starts_with("judgement")) {
    return incident_with("judgement", object_with({{"grade", "\"high\""}, {"by", "\"w\""}}, key, json));
  }
  if (path.starts_with("checklist")) {
    return incident_with(
        "checklist",
        object_with({{"instrument", "\"dara\""}, {"version", "\"1\""}, {"yes_count", "0"}, {"unanswered_count", "0"}},
                    key, json));
  }
  return incident_with(key, json);
}

std::string row_with(Finding finding, std::string_view json) {
  return incident_with("findings", object_with({}, earlyhelp::to_string(finding), json));
}

}  // namespace earlyhelp::io
