#include "catch_session.h"

int main(int argc, char* argv[])
{
    return ikrar::tests::runSession(argc, argv);
}
