// Both languages are whole.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <catch2/catch.hpp>

namespace {

QString read(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// `context / text` of every qsTr of qml/.
QSet<QString> textsOfQml()
{
    static const QRegularExpression call(QStringLiteral(R"re(qsTr\("((?:[^"\\]|\\.)*)"\))re"));
    QSet<QString> texts;
    QDirIterator files(QStringLiteral(IKRAR_ASSETS "/../qml"), {QStringLiteral("*.qml")},
        QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        const auto context = QFileInfo(path).completeBaseName();
        auto matches = call.globalMatch(read(path));
        while (matches.hasNext()) {
            texts += context + u'/' + matches.next().captured(1);
        }
    }
    return texts;
}

struct Translation {
    QString key;
    QString english;
    bool unfinished = false;
};

std::vector<Translation> translations()
{
    std::vector<Translation> all;
    QXmlStreamReader xml(read(QStringLiteral(IKRAR_ASSETS "/i18n/ikrar_en.ts")));
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const bool unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            all.push_back({context + u'/' + source, xml.readElementText(), unfinished});
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return all;
}

QStringList placesOf(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    QStringList places;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        places += matches.next().captured();
    }
    places.sort();
    return places;
}

} // namespace

TEST_CASE("every text of the screens has an English translation and none is left over", "[qml]")
{
    QSet<QString> translated;
    for (const auto& translation : translations()) {
        INFO(translation.key.toStdString());
        CHECK_FALSE(translation.unfinished);
        CHECK_FALSE(translation.english.isEmpty());
        translated += translation.key;
    }
    const auto texts = textsOfQml();
    CHECK(texts.size() > 100);
    CHECK((texts - translated).values().join(u'\n').toStdString() == "");
    CHECK((translated - texts).values().join(u'\n').toStdString() == "");
}

TEST_CASE("a translation has the same places to fill as its text", "[qml]")
{
    for (const auto& translation : translations()) {
        INFO(translation.key.toStdString());
        const auto source = translation.key.section(u'/', 1);
        CHECK(placesOf(source) == placesOf(translation.english));
    }
}
