#pragma once

namespace earlyhelp {

/// What a test program has to say when its tests have run, and how it ends; `failed` is how many of them did. Each
/// program has its own.
int ending(int failed);

}  // namespace earlyhelp
