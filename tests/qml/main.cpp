#include "catch_session.h"
#include "qml/screen.h"

#include <QGuiApplication>

int main(int argc, char* argv[])
{
    ikrar::tests::prepareApplication();
    const QGuiApplication application(argc, argv);
    return ikrar::tests::runSession(argc, argv);
}
