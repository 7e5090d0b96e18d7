#define CATCH_CONFIG_RUNNER
#include <QGuiApplication>

#include <catch2/catch.hpp>

int main(int argc, char* argv[])
{
    qputenv("QML_NO_TOUCH_COMPRESSION", "1");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM",
            "offscreen"); // the build lists the cases without CTest's environment
    }
    QGuiApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
