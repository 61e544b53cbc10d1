#pragma once

#include <expat.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
// Deprecated by the latest versions, whose successor the earlier ones have not.
static inline long long expat_byte_index(XML_Parser parser) { return XML_GetCurrentByteIndex(parser); }
#pragma GCC diagnostic pop
