#pragma once

#include <earlyhelp/io/shipped_file.hpp>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <string>

namespace earlyhelp::test {

/// A JSON Schema that ships with the library, by the name of its file.
class ShippedSchema {
 public:
  explicit ShippedSchema(const std::string& name) : json_(nlohmann::json::parse(io::shipped_file(name).value())) {
    valijson::SchemaParser{}.populateSchema(valijson::adapters::NlohmannJsonAdapter{json_}, schema_);
  }
  bool accepts(const nlohmann::json& row) {
    return validator_.validate(schema_, valijson::adapters::NlohmannJsonAdapter{row}, nullptr);
  }
  const nlohmann::json& json() const noexcept { return json_; }

 private:
  nlohmann::json json_;
  valijson::Schema schema_;
  valijson::Validator validator_;
};

}  // namespace earlyhelp::test
