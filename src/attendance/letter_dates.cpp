#include "attendance/letter_dates.h"

#include "attendance/list_cells.h"
#include "attendance/number_words.h"
#include "attendance/paper_text.h"

#include <QLocale>

namespace ikrar::attendance {

namespace {

QString inLetters(QDate date, const char* format)
{
    static const QLocale indonesian(QLocale::Indonesian, QLocale::Indonesia);
    return indonesian.toString(date, QLatin1String(format));
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

QString dateText(QDate date)
{
    return inLetters(date, "d MMMM yyyy");
}

QString dateInWords(QDate date)
{
    return inLetters(date, "dddd") + QStringLiteral(" tanggal ") + words(date.day())
        + QStringLiteral(" bulan ") + inLetters(date, "MMMM") + QStringLiteral(" tahun ")
        + words(date.year());
}

QString timeText(const std::string& time, const std::string& timeZone)
{
    if (time.empty())
        return {};
    return QString::fromStdString(time).replace(u':', u'.') + u' ' + fromUtf8(zoneName(timeZone));
}

} // namespace ikrar::attendance
