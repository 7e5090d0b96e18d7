#include "kiosk/fixture.h"
#include "kiosk/phrases.h"
#include "kiosk/string_makers.h"

using namespace ikrar;
using namespace ikrar::kiosk;
using namespace ikrar::tests;
using Page = SigningSession::Page;

namespace {

const char* const andi = "198609262015051001";

void type(IdentityInput& input, const char* text)
{
    input.type(QString::fromLatin1(text));
}

// Everything of a search that a screen could show of a person.
QString shown(const PersonSearch& search)
{
    return search.name() + search.unitName() + search.maskedNumber();
}

} // namespace

TEST_CASE("a number takes digits only, and no more than it has", "[kiosk]")
{
    const Preferences preferences;
    IdentityInput input(preferences);
    CHECK(input.groups() == QList<int>{8, 6, 1, 3});
    type(input, "1986 09-26x");
    CHECK(input.typed() == u"19860926");
    CHECK_FALSE(input.complete());
    CHECK(input.problem().isEmpty());
    type(input, "2015051001999");
    CHECK(input.typed() == QString::fromLatin1(andi));
    CHECK(input.complete());
    input.backspace();
    CHECK(input.typed().size() == 17);
    input.clear();
    input.backspace();
    CHECK(input.typed().isEmpty());
}

TEST_CASE("a number of fixed length is accepted at its last digit", "[kiosk]")
{
    const Preferences preferences;
    IdentityInput input(preferences);
    int accepted = 0;
    QObject::connect(&input, &IdentityInput::accepted, &input, [&] { ++accepted; });
    for (const char* digit = andi; *digit != 0; ++digit) {
        CHECK(accepted == 0);
        input.type(QString(QLatin1Char(*digit)));
    }
    CHECK(accepted == 1);
}

TEST_CASE("a wrong digit is pointed at while it is typed, in the signer's language", "[kiosk]")
{
    Preferences preferences;
    IdentityInput input(preferences);
    type(input, "198613");
    CHECK(input.wrongAt() >= 4);
    CHECK(input.wrongAt() <= 5);
    const auto indonesian = input.problem();
    CHECK_FALSE(indonesian.isEmpty());
    preferences.setLanguage(Preferences::Language::English);
    CHECK_FALSE(input.problem().isEmpty());
    CHECK(input.problem() != indonesian);
    input.backspace();
    CHECK(input.wrongAt() == -1);
    CHECK(input.problem().isEmpty());
}

TEST_CASE("an unfinished number is a problem only when it is submitted", "[kiosk]")
{
    const Preferences preferences;
    IdentityInput input(preferences);
    type(input, "1986");
    CHECK(input.problem().isEmpty());
    input.submit();
    CHECK_FALSE(input.problem().isEmpty());
    type(input, "0");
    CHECK(input.problem().isEmpty());
}

TEST_CASE("another kind of number starts anew", "[kiosk]")
{
    const Preferences preferences;
    IdentityInput input(preferences);
    input.setKinds({pledge::IdentityKind::Nip, pledge::IdentityKind::Nipd});
    type(input, "1986");
    input.setKindIndex(1);
    CHECK(input.typed().isEmpty());
    CHECK(input.letters());
    CHECK(input.groups().isEmpty());
    type(input, "ds.01/takalar 7");
    CHECK(input.typed() == u"DS.01/TAKALAR7");
    input.setKindIndex(2);
    input.setKindIndex(-1);
    CHECK(input.kindIndex() == 1);
}

TEST_CASE("the kinds of number are those of the ceremony's categories", "[kiosk]")
{
    KioskFixture fixture;
    const auto kinds = fixture.kiosk.session()->identity()->kinds();
    CHECK(kinds.front() == u"NIP / NI PPPK");
    CHECK(kinds.contains(QStringLiteral("NIK")));
    CHECK_FALSE(kinds.contains(QStringLiteral("NRP")));
}

TEST_CASE("a search shows a person only when one match remains", "[kiosk]")
{
    KioskFixture fixture;
    auto& session = *fixture.kiosk.session();
    session.start();
    session.useSearch();
    auto& search = *session.search();

    search.setText(QStringLiteral("si"));
    CHECK(search.state() == PersonSearch::State::TooShort);
    CHECK(shown(search).isEmpty());
    search.setText(QStringLiteral("sitti"));
    CHECK(search.state() == PersonSearch::State::Narrow);
    CHECK(shown(search).isEmpty());
    CHECK(search.unit()->path() == QStringList{QStringLiteral("Kabupaten Takalar")});
    CHECK(search.unit()->options()
        == QStringList{QStringLiteral("OPD contoh 1"), QStringLiteral("OPD contoh 2")});

    SECTION("in another unit there is one")
    {
        search.unit()->choose(1);
        CHECK(search.state() == PersonSearch::State::One);
        CHECK(search.name() == u"Sitti C•••");
        CHECK(search.unitName() == u"OPD contoh 2");
        CHECK(search.maskedNumber() == u"19870202 •••••• • 002");
        search.take();
        CHECK(session.page() == Page::IsThisYou);
        CHECK(session.personName() == u"Sitti Contoh");
        CHECK(session.personPost() == u"Perencana");
    }
    SECTION("two in one unit are told apart by their number only")
    {
        search.unit()->choose(0);
        CHECK(search.state() == PersonSearch::State::AskNumber);
        CHECK(shown(search).isEmpty());
        search.take();
        CHECK(session.page() == Page::Search);
    }
    SECTION("another name starts anew")
    {
        search.unit()->choose(0);
        search.setText(QStringLiteral("baso"));
        CHECK(search.state() == PersonSearch::State::One);
        CHECK(search.maskedNumber().endsWith(u"0001"));
    }
    SECTION("a name that nobody has")
    {
        search.setText(QStringLiteral("zainal"));
        CHECK(search.state() == PersonSearch::State::Nobody);
        CHECK(shown(search).isEmpty());
    }
}

TEST_CASE("of a name only the words typed are shown whole", "[kiosk]")
{
    const auto name = QStringLiteral("Drs. H. Ma'ruf Contoh Seratus Satu, M.Si.");
    CHECK(guardedName(name, QStringLiteral("seratus")) == u"Drs. H. M••• C••• Seratus S•••, M.Si.");
    CHECK(
        guardedName(name, QStringLiteral("MARUF satu")) == u"Drs. H. Ma'ruf C••• S••• Satu, M.Si.");
}

TEST_CASE("whatever is typed, a search never shows more than one person", "[kiosk]")
{
    KioskFixture fixture;
    auto& search = *fixture.kiosk.session()->search();
    const auto people = takalarPeople();
    for (const char* typed :
        {"", " ", "%", "___", "%%%", "contoh", "sitti contoh", "a b c", "s.sos"}) {
        INFO(typed);
        search.setText(QString::fromLatin1(typed));
        const auto seen = shown(search);
        const bool one = search.state() == PersonSearch::State::One;
        CHECK(seen.isEmpty() != one);
        for (const auto& person : people) {
            CHECK_FALSE(seen.contains(QString::fromStdString(person.identity.value)));
        }
    }
}

TEST_CASE("the tree of units is walked down and up", "[kiosk]")
{
    KioskFixture fixture;
    auto& unit = *fixture.kiosk.session()->walkIn()->unit();
    CHECK(unit.options() == QStringList{QStringLiteral("Kabupaten Takalar")});
    CHECK_FALSE(unit.chosen());
    unit.choose(7);
    CHECK_FALSE(unit.chosen());
    unit.choose(0);
    CHECK(unit.options().contains(QStringLiteral("Kecamatan Mappakasunggu")));
    unit.choose(static_cast<int>(unit.options().indexOf(QStringLiteral("OPD contoh 2"))));
    CHECK(unit.unit() == "opd-contoh-2");
    CHECK(unit.options().isEmpty());
    unit.up();
    CHECK(unit.unit() == "73-05");
    unit.up();
    unit.up();
    CHECK_FALSE(unit.chosen());
}
