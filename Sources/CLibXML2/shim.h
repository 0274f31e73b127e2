#pragma once
#include <libxml/xmlversion.h>
/* Debian's libxml2 was built with ICU and would include <unicode/…>, whose enums clash with the ICU inside
   Foundation. Nothing here uses those declarations. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
