#include "all_headers.hpp"

#include <earlyhelp/policy/default_policy.hpp>

// A policy file, written and read back: the consumer reaches the JSON library through the component and not by name.
int main() {
  const auto book = earlyhelp::default_policy_book();
  const auto text = earlyhelp::io::write_policy(book);
  const auto read = earlyhelp::io::parse_policy("policy.json", text);
  return text.empty() || read != earlyhelp::io::OrFileError<earlyhelp::PolicyBook>{book} ? 1 : 0;
}
