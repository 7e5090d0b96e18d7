#include "attendance/letter_dates.h"

#include <catch2/catch.hpp>

namespace ikrar::tests {

using namespace attendance;

TEST_CASE("dates are those that letters write", "[attendance]")
{
    const QDate monday = dayOf("2023-09-18");
    CHECK(dateText(dayOf("2024-01-01")) == QStringLiteral("1 Januari 2024"));
    CHECK(dateInWords(monday)
        == QStringLiteral(
            "Senin tanggal delapan belas bulan September tahun dua ribu dua puluh tiga"));
    CHECK(dateInWords(dayOf("2024-11-29")).startsWith(QStringLiteral("Jumat tanggal ")));
    CHECK_FALSE(dayOf("").isValid());
}

TEST_CASE("a time of the ceremony file has a dot and the name of its zone", "[attendance]")
{
    CHECK(timeText("", "Asia/Jakarta").isEmpty());
    CHECK(timeText("08:00", "Asia/Makassar") == QStringLiteral("08.00 WITA"));
    CHECK(timeText("07:05", "Asia/Jakarta") == QStringLiteral("07.05 WIB"));
    CHECK(timeText("09:30", "Asia/Jayapura") == QStringLiteral("09.30 WIT"));
}

} // namespace ikrar::tests
