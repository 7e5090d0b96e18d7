#define CATCH_CONFIG_RUNNER
#include "catch_session.h"

#include <catch2/catch.hpp>

int ikrar::tests::runSession(int argc, char** argv)
{
    return Catch::Session().run(argc, argv);
}
