#include "attendance/letter_dates.h"

#include "attendance/number_words.h"
#include "ledger/attendance_table.h"

#include <QLocale>

namespace ikrar::attendance {

namespace {

QString inLetters(QDate date, const char* format)
{
    static const QLocale indonesian(QLocale::Indonesian, QLocale::Indonesia);
    return indonesian.toString(date, QLatin1String(format));
}

/// `2023-09-18T08:05:00+08:00`.
QString localTime(std::int64_t seconds, const std::string& timeZone)
{
    return QString::fromStdString(ledger::localTime(seconds, timeZone));
}

QString words(int number)
{
    return QString::fromStdString(inWords(static_cast<std::uint64_t>(number)));
}

} // namespace

QDate dayOf(const std::string& isoDate)
{
    return QDate::fromString(QString::fromStdString(isoDate), Qt::ISODate);
}

QDate dayAt(std::int64_t seconds, const std::string& timeZone)
{
    return QDate::fromString(localTime(seconds, timeZone).section(u'T', 0, 0), Qt::ISODate);
}

QString dateText(QDate date)
{
    return inLetters(date, "d MMMM yyyy");
}

QString fullDateText(QDate date)
{
    return inLetters(date, "dddd, d MMMM yyyy");
}

QString dateInWords(QDate date)
{
    return inLetters(date, "dddd") + QStringLiteral(" tanggal ") + words(date.day())
        + QStringLiteral(" bulan ") + inLetters(date, "MMMM") + QStringLiteral(" tahun ")
        + words(date.year());
}

QString zoneName(const std::string& timeZone)
{
    if (timeZone == "Asia/Jayapura")
        return QStringLiteral("WIT");
    return timeZone == "Asia/Makassar" ? QStringLiteral("WITA") : QStringLiteral("WIB");
}

QString timeText(const std::string& time, const std::string& timeZone)
{
    if (time.empty())
        return {};
    return QString::fromStdString(time).replace(u':', u'.') + u' ' + zoneName(timeZone);
}

QString shortDateAt(std::int64_t seconds, const std::string& timeZone)
{
    const QString local = localTime(seconds, timeZone);
    return local.sliced(8, 2) + u'-' + local.sliced(5, 2) + u'-' + local.first(4);
}

QString timeAt(std::int64_t seconds, const std::string& timeZone)
{
    const QString local = localTime(seconds, timeZone);
    return timeText(local.sliced(11, 5).toStdString(), timeZone);
}

} // namespace ikrar::attendance
