#include "kiosk/phrases.h"

#include "base/base64.h"
#include "ledger/name_words.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace ikrar::kiosk {

using pledge::Language;

namespace {

QLocale localeOf(Language language)
{
    return language == Language::English ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                         : QLocale(QLocale::Indonesian, QLocale::Indonesia);
}

QString longDate(QDate date, bool weekday, Language language)
{
    const auto* format = weekday ? "dddd, d MMMM yyyy" : "d MMMM yyyy";
    return localeOf(language).toString(date, QLatin1String(format));
}

// Indonesia's three zones have had fixed offsets since 1988; a kiosk needs no zone files to know
// them.
int offsetHours(const std::string& timeZone)
{
    if (timeZone == "Asia/Makassar") {
        return 8;
    }
    return timeZone == "Asia/Jayapura" ? 9 : 7;
}

QDateTime local(std::int64_t seconds, const std::string& timeZone)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone(offsetHours(timeZone) * 3600));
}

QString orNot(const std::string& text, Language language)
{
    return text.empty() ? notFilledIn(language) : QString::fromStdString(text);
}

} // namespace

QString notFilledIn(Language language)
{
    return language == Language::English ? QStringLiteral("not filled in")
                                         : QStringLiteral("belum diisi");
}

QString dateText(const std::string& date, bool weekday, Language language)
{
    const auto day = QDate::fromString(QString::fromStdString(date), Qt::ISODate);
    return day.isValid() ? longDate(day, weekday, language) : notFilledIn(language);
}

QString zoneName(const std::string& timeZone)
{
    switch (offsetHours(timeZone)) {
    case 8:
        return QStringLiteral("WITA");
    case 9:
        return QStringLiteral("WIT");
    default:
        return QStringLiteral("WIB");
    }
}

QString dateAt(std::int64_t seconds, const std::string& timeZone, Language language)
{
    return longDate(local(seconds, timeZone).date(), true, language);
}

std::chrono::year_month_day dayAt(std::int64_t seconds, const std::string& timeZone)
{
    const auto date = local(seconds, timeZone).date();
    return std::chrono::year{date.year()} / date.month() / date.day();
}

QString timeAt(std::int64_t seconds, const std::string& timeZone, Language language)
{
    const auto* format = language == Language::English ? "HH:mm" : "HH.mm";
    const auto time = local(seconds, timeZone).time().toString(QLatin1String(format));
    return time + u' ' + zoneName(timeZone);
}

QString instrumentText(const pledge::Instrument& instrument, Language language)
{
    const bool english = language == Language::English;
    const auto labelled = [&](const char* id, const char* en, const QString& value) {
        return QLatin1String(english ? en : id) + u' ' + value;
    };
    const QStringList parts{
        orNot(instrument.type, language),
        labelled("oleh", "by", orNot(instrument.issuer, language)),
        labelled("nomor", "number", orNot(instrument.number, language)),
        labelled("tanggal", "dated", dateText(instrument.date, false, language)),
        labelled("berlaku", "effective", dateText(instrument.effective, false, language)),
        labelled("tentang", "concerning", orNot(instrument.subject, language)),
    };
    return parts.join(QStringLiteral(" · "));
}

QString personText(const pledge::Person& person)
{
    QStringList parts;
    for (const auto& part : {person.name, person.post}) {
        if (!part.empty()) {
            parts << QString::fromStdString(part);
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString kindLabel(pledge::IdentityKind kind)
{
    switch (kind) {
    case pledge::IdentityKind::Nip:
        return QStringLiteral("NIP / NI PPPK");
    case pledge::IdentityKind::Nik:
        return QStringLiteral("NIK");
    case pledge::IdentityKind::Nrp:
        return QStringLiteral("NRP");
    case pledge::IdentityKind::Nipd:
        return QStringLiteral("NIPD");
    case pledge::IdentityKind::Nama:
        break;
    }
    return {};
}

QString numberLabel(const pledge::Identity& identity)
{
    if (identity.kind != pledge::IdentityKind::Nip) {
        return kindLabel(identity.kind);
    }
    return pledge::isPppkNumber(identity) ? QStringLiteral("NI PPPK") : QStringLiteral("NIP");
}

QString guardedName(const QString& name, const QString& typed)
{
    constexpr qsizetype shortWord = 2;
    const auto known = ledger::nameWords(typed.toStdString());
    QStringList shown;
    for (const auto& word : name.split(u' ', Qt::SkipEmptyParts)) {
        const auto folded = ledger::nameWords(word.toStdString());
        const bool whole = word.size() <= shortWord || word.contains(u'.')
            || std::all_of(folded.begin(), folded.end(), [&known](const auto& part) {
                   return std::find(known.begin(), known.end(), part) != known.end();
               });
        const auto end = word.endsWith(u',') ? QStringLiteral(",") : QString();
        shown << (whole ? word : word.left(1) + QStringLiteral("•••") + end);
    }
    return shown.join(u' ');
}

QString hashText(const crypto::Hash& hash)
{
    constexpr qsizetype group = 4;
    const auto text = QString::fromStdString(base::toBase64(hash.view()));
    QStringList groups;
    for (qsizetype at = 0; at < text.size(); at += group) {
        groups << text.mid(at, group);
    }
    return groups.join(u' ');
}

QString digestText(const crypto::Hash& hash)
{
    constexpr qsizetype group = 8;
    const auto hex = QString::fromStdString(base::toHex(hash.view()));
    QStringList parts;
    for (qsizetype at = 0; at < hex.size(); at += group) {
        parts << hex.mid(at, group);
    }
    return parts.join(u' ');
}

QString oneLine(const QString& typed)
{
    constexpr qsizetype maxBytes = 256;
    QString line;
    for (const auto c : typed) {
        line += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    while (line.toUtf8().size() > maxBytes) {
        line.chop(line.back().isLowSurrogate() ? 2 : 1);
    }
    return line;
}

} // namespace ikrar::kiosk
