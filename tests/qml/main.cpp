#define CATCH_CONFIG_RUNNER
#include "qml/screen.h"

#include <QGuiApplication>

#include <catch2/catch.hpp>

int main(int argc, char* argv[])
{
    ikrar::tests::prepareApplication();
    const QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
