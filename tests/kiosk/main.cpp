#include "catch_session.h"

#include <QGuiApplication>

int main(int argc, char* argv[])
{
    qputenv("QML_NO_TOUCH_COMPRESSION", "1");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM",
            "offscreen"); // the build lists the cases without CTest's environment
    }
    QGuiApplication application(argc, argv);
    return ikrar::tests::runSession(argc, argv);
}
