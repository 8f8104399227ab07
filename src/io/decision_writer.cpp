#include "decision_words.hpp"
#include "row_text.hpp"

#include <earlyhelp/io/decision_writer.hpp>
#include <earlyhelp/io/json_writer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

// The ids of enums and rules need no escape; those of incidents, people and policies are the caller's.

constexpr std::size_t element_bytes = 47;

/// "id", for each value of an enum.
template <Named Enum>
constexpr auto elements = [] {
  std::array<Text<element_bytes>, count_of<Enum>> all;
  for (const auto value : values_of<Enum>) {
    std::array<char, element_bytes> text = {'"'};
    const auto id = to_string(value);
    auto* const end = std::copy(id.begin(), id.end(), text.begin() + 1);
    *end = '"';
    *(end + 1) = ',';
    all[static_cast<std::size_t>(value)] = std::string_view{text.data(), id.size() + 3};
  }
  return all;
}();

template <class Enum>
void append_list(RowText& out, EnumSet<Enum> values) {
  for (const auto value : values) out.add(elements<Enum>[static_cast<std::size_t>(value)]);
  if (!values.empty()) out.drop_last();
}

void append_reasons(RowText& out, Reasons reasons, const Policy& policy) {
  for (const auto rule : reasons) {
    out.add('"');
    out.add(policy.rule(rule).id);
    out.add("\",");
  }
  if (!reasons.empty()) out.drop_last();
}

void append_due_times(RowText& out, const DueTimes& due) {
  for (const auto duty : due.duties) {
    out.add(elements<Duty>[static_cast<std::size_t>(duty)]);
    out.drop_last();
    out.add(":\"");
    append_due(out, due[duty]);
    out.add("\",");
  }
  if (!due.duties.empty()) out.drop_last();
}

bool must_escape(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_text(RowText& out, std::string_view before, std::string_view text) {
  out.add(before);
  if (std::none_of(text.begin(), text.end(), must_escape)) {
    out.add('"');
    out.add(text);
    return out.add('"');
  }
  std::string escaped;
  JsonWriter{escaped}.text(text);
  out.add(escaped);
}

void append_reasons_by_pair(RowText& out, const IncidentDecision& decided, const Policy& policy) {
  std::string_view before = R"({"rule":")";
  for (const auto& reason : decided.reasons()) {
    const auto& parties = decided.pairs[reason.pair].parties;
    out.add(before);
    out.add(policy.rule(reason.rule).id);
    out.add('"');
    append_text(out, R"(,"victim":)", parties.victim.id.value());
    append_text(out, R"(,"suspect":)", parties.suspect.id.value());
    out.add('}');
    before = R"(,{"rule":")";
  }
}

void append_policy(RowText& out, const PolicyStamp& stamp) {
  append_text(out, R"({"id":)", stamp.id.view());
  out.add(R"(,"version":)");
  out.add(std::to_string(stamp.version));
  out.add(R"(,"in_force_from":")");
  out.add(to_string(stamp.in_force_from));
  out.add("\"}");
}

/// What stands between the id and the due times.
void append_decision(RowText& row, const Decision& decision, const Policy& policy) {
  row.add(R"(,"grade":")");
  row.add(to_string(decision.known.grade));
  row.add(R"(","route":")");
  row.add(to_string(decision.known.route));
  row.add(R"(","duties":[)");
  append_list(row, decision.known.duties);
  row.add(R"(],"reasons":[)");
  append_reasons(row, decision.known.reasons, policy);
  row.add(R"(],"grade_if_unknowns_yes":")");
  row.add(to_string(decision.if_unknowns_yes.grade));
  row.add(R"(","route_if_unknowns_yes":")");
  row.add(to_string(decision.if_unknowns_yes.route));
  row.add(R"(","duties_if_unknowns_yes":[)");
  append_list(row, decision.if_unknowns_yes.duties);
  row.add(R"(],"provisional":")");
  row.add(yes_or_no(decision.provisional));
  row.add(R"(","ask_next":[)");
  append_list(row, decision.ask_next);
  row.add(R"(],"suitability":")");
  row.add(to_string(decision.suitability));
  row.add(R"(","due":{)");
}

/// What stands behind the due times, and behind the reasons by pair where there are any.
void append_end(RowText& row, const IncidentDecision& decided) {
  row.add(R"("issues":[)");
  append_list(row, decided.issues);
  row.add(R"(],"policy":)");
  append_policy(row, decided.decision.policy);
  row.add("}\n");
}

}  // namespace

void write_ndjson(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
                  std::string& out) {
  RowText row{out};
  append_text(row, R"({"id":)", id.value());
  append_decision(row, decided.decision, policy);
  append_due_times(row, due);
  row.add("},");
  if (decided.pairs.size() > 1) {
    row.add(R"("reasons_by_pair":[)");
    append_reasons_by_pair(row, decided, policy);
    row.add("],");
  }
  append_end(row, decided);
  row.finish();
}

/// How a decision reads, but for the id and the due times.
struct DecisionWriter::State {
  struct Known {
    const Policy* policy;
    Decision decision;
    EnumSet<IncidentIssue> issues;
    bool is_written = false;
    std::string before_due = {};
    std::string after_due = {};
  };

  static std::size_t place_of(const Decision& decision) noexcept {
    auto mixed = decision.known.reasons.bits();
    mixed = mixed * 0x9e3779b97f4a7c15U + decision.if_unknowns_yes.reasons.bits();
    mixed = mixed * 0x9e3779b97f4a7c15U + decision.ask_next.bits();
    return (mixed * 0x9e3779b97f4a7c15U) >> 56U;
  }

  /// Null when this decision was not the last one at its place: only from the second time on it is worth a text.
  const Known* known(const IncidentDecision& decided, const Policy& policy) {
    const auto& decision = decided.decision;
    auto& slot = slots[place_of(decision)];
    if (!slot) {
      slot = Known{.policy = &policy, .decision = decision, .issues = decided.issues};
      return nullptr;
    }
    if (slot->policy != &policy || slot->issues != decided.issues || slot->decision != decision) {
      slot->policy = &policy;
      slot->decision = decision;
      slot->issues = decided.issues;
      slot->is_written = false;
      return nullptr;
    }
    if (!slot->is_written) write(*slot, decided, policy);
    return &*slot;
  }

  static void write(Known& known, const IncidentDecision& decided, const Policy& policy) {
    known.before_due.clear();
    RowText before{known.before_due};
    append_decision(before, decided.decision, policy);
    before.finish();
    known.after_due.clear();
    RowText after{known.after_due};
    append_end(after, decided);
    after.finish();
    known.is_written = true;
  }

  std::array<boost::optional<Known>, 256> slots = {};
};

DecisionWriter::DecisionWriter() : state_{std::make_unique<State>()} {}
DecisionWriter::DecisionWriter(DecisionWriter&&) noexcept = default;
DecisionWriter& DecisionWriter::operator=(DecisionWriter&&) noexcept = default;
DecisionWriter::~DecisionWriter() = default;

void DecisionWriter::write(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due,
                           const Policy& policy, std::string& out) {
  const auto* known = decided.pairs.size() == 1 ? state_->known(decided, policy) : nullptr;
  if (known == nullptr) return write_ndjson(id, decided, due, policy, out);
  RowText row{out};
  append_text(row, R"({"id":)", id.value());
  row.add(std::string_view{known->before_due});
  append_due_times(row, due);
  row.add("},");
  row.add(std::string_view{known->after_due});
  row.finish();
}

}  // namespace earlyhelp::io
