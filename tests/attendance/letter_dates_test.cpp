#include "attendance/letter_dates.h"

#include <catch2/catch.hpp>

namespace ikrar::tests {

using namespace attendance;

TEST_CASE("dates are those that letters write", "[attendance]")
{
    const QDate monday = dayOf("2023-09-18");
    CHECK(fullDateText(monday) == QStringLiteral("Senin, 18 September 2023"));
    CHECK(dateText(dayOf("2024-01-01")) == QStringLiteral("1 Januari 2024"));
    CHECK(dateInWords(monday)
        == QStringLiteral(
            "Senin tanggal delapan belas bulan September tahun dua ribu dua puluh tiga"));
    CHECK(fullDateText(dayOf("2024-11-29")).startsWith(QStringLiteral("Jumat, ")));
    CHECK_FALSE(dayOf("").isValid());
}

TEST_CASE("a time is that of the ceremony's zone, also across midnight", "[attendance]")
{
    constexpr std::int64_t morning = 1'694'995'500; // 2023-09-18 00:05 UTC
    CHECK(timeAt(morning, "Asia/Makassar") == QStringLiteral("08.05 WITA"));
    CHECK(timeAt(morning, "Asia/Jakarta") == QStringLiteral("07.05 WIB"));
    CHECK(timeAt(morning, "Asia/Jayapura") == QStringLiteral("09.05 WIT"));
    constexpr std::int64_t eveningBefore = morning - 3600;
    CHECK(shortDateAt(eveningBefore, "Asia/Jakarta") == QStringLiteral("18-09-2023"));
    CHECK(dayAt(eveningBefore, "Asia/Makassar") == dayOf("2023-09-18"));
    CHECK(timeText("", "Asia/Jakarta").isEmpty());
    CHECK(timeText("08:00", "Asia/Makassar") == QStringLiteral("08.00 WITA"));
}

} // namespace ikrar::tests
