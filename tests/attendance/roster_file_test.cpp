#include "attendance/roster_file.h"
#include "base/file.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace ikrar::tests {

using attendance::readRoster;

namespace {

Bytes file(const base::Path& path)
{
    constexpr std::size_t max = 8UL * 1024 * 1024;
    return base::readFile(path, max).value();
}

pledge::Ceremony ceremony(const std::string& id)
{
    const Bytes toml = file(base::Path(IKRAR_ASSETS) / "ceremonies" / (id + ".toml"));
    return pledge::parseCeremony(base::asText(toml)).value();
}

std::string header()
{
    return "nama,kategori,jenis_nomor,nomor,unit,jabatan,pangkat\n";
}

std::string siti()
{
    return "Siti Aminah,pns,nip,198609262015051001,opd-contoh-1,Analis,III/c\n";
}

attendance::RosterImport parse(const std::string& text)
{
    static const pledge::Ceremony takalar = ceremony("takalar-2023");
    const auto import = readRoster(base::asBytes(text), takalar);
    if (!import)
        FAIL(import.error().what);
    return *import;
}

attendance::RosterProblem problem(const std::string& row)
{
    const auto import = parse(header() + row);
    CHECK(import.rows.empty());
    REQUIRE(import.problems.size() == 1);
    return import.problems.front();
}

Error::Kind refusal(const std::string& text)
{
    const auto import = readRoster(base::asBytes(text), ceremony("takalar-2023"));
    REQUIRE_FALSE(import);
    return import.error().kind;
}

} // namespace

TEST_CASE("the sample roster of every ceremony is imported whole", "[attendance]")
{
    for (const char* id :
        {"sulbar-2024", "kotim-2024", "sulsel-2023", "batanghari-2024", "takalar-2023"}) {
        INFO(id);
        const auto import = readRoster(
            file(base::Path(IKRAR_ASSETS) / "ceremonies" / (std::string(id) + ".roster.csv")),
            ceremony(id));
        REQUIRE(import);
        CHECK(import->problems.empty());
        CHECK(import->rows.size() == 200);
    }
}

TEST_CASE("commas, semicolons and tabs separate, with or without a byte order mark", "[attendance]")
{
    const auto plain = parse(header() + siti()).rows;
    REQUIRE(plain.size() == 1);
    CHECK(plain.front().name == "Siti Aminah");
    CHECK(plain.front().identity
        == pledge::Identity{pledge::IdentityKind::Nip, "198609262015051001"});
    CHECK(plain.front().rank == "III/c");
    for (const char separator : {',', ';', '\t'}) {
        std::string text = header() + siti();
        std::replace(text.begin(), text.end(), ',', separator);
        CHECK(parse(text).rows == plain);
        CHECK(parse("\xef\xbb\xbf" + text).rows == plain);
    }
}

TEST_CASE("quotes hold separators and quotes, line ends are either", "[attendance]")
{
    const auto rows = parse("\"nama\",\"kategori\",\"jenis_nomor\",\"nomor\",\"unit\",\"jabatan\","
                            "\"pangkat\"\r\n\"Dr. \"\"Ucok\"\", S.Pd.\",pns,nip,"
                            "\"19860926 201505 1 001\",opd-contoh-1,,\r\n\r\n")
                          .rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().name == "Dr. \"Ucok\", S.Pd.");
    CHECK(rows.front().identity.value == "198609262015051001");
}

TEST_CASE("a unit is named by its id or by a name that is its alone", "[attendance]")
{
    const auto takalar = ceremony("takalar-2023");
    const auto* unit = takalar.unit("opd-contoh-1");
    REQUIRE(unit != nullptr);
    auto rows = parse(header() + "Siti,pns,nip,198609262015051001,\"" + unit->name + "\",,\n").rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().unit == unit->id);
    CHECK(problem("Siti,pns,nip,198609262015051001,tidak ada,,\n").what.find("'tidak ada'")
        != std::string::npos);

    pledge::Ceremony twins = takalar;
    twins.units = {{"a", "Kelurahan Baru", "", ""}, {"b", "kelurahan  baru", "", ""}};
    const std::string text = header() + "Siti,pns,nip,198609262015051001,Kelurahan Baru,,\n";
    const auto ambiguous = readRoster(base::asBytes(text), twins).value();
    REQUIRE(ambiguous.problems.size() == 1);
    CHECK(ambiguous.problems.front().what.find("a, b") != std::string::npos);
}

TEST_CASE("each problem names its line and its cause", "[attendance]")
{
    CHECK(problem("Siti, S.Sos.,pns,nip,198609262015051001,opd-contoh-1,,III/c\n")
              .what.find("8 columns")
        != std::string::npos); // a comma of a title, without quotes, shifts the row
    CHECK(problem(",pns,nip,198609262015051001,opd-contoh-1,,\n").what.find("name is empty")
        != std::string::npos);
    CHECK(problem("Siti,camat,nip,198609262015051001,opd-contoh-1,,\n").what.find("'camat'")
        != std::string::npos);
    CHECK(problem("Siti,tni,nip,198609262015051001,opd-contoh-1,,\n").what.find("'tni'")
        != std::string::npos); // a category, but not one of this ceremony
    CHECK(problem("Siti,pns,ktp,198609262015051001,opd-contoh-1,,\n").what.find("'ktp'")
        != std::string::npos);
    CHECK(problem("Siti,pns,nip,\"1,98609E+17\",opd-contoh-1,,\n").what.find("spreadsheet")
        != std::string::npos);
    CHECK_FALSE(problem("Siti,pns,nip,198602302015051001,opd-contoh-1,,\n").what.empty());
    CHECK(problem("Si\1ti,pns,nip,198609262015051001,opd-contoh-1,,\n").what.find("plain text")
        != std::string::npos);

    const auto import
        = parse(header() + siti() + "\n" + ",pns,nip,198609262015052001,opd-contoh-1,,\n"
            + "Budi,pns,nip,198609262015051001,opd-contoh-1,,\n");
    REQUIRE(import.problems.size() == 2);
    CHECK(import.problems[0].row == 4);
    CHECK(import.problems[1].row == 5);
    CHECK(import.problems[1].what.find("Row 2") != std::string::npos);
}

TEST_CASE("a person without a number is known by name", "[attendance]")
{
    const auto rows = parse(header() + "siti  aminah,kepala-desa,nama,,opd-contoh-1,,\n").rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().identity == pledge::Identity{pledge::IdentityKind::Nama, "SITI AMINAH"});
}

TEST_CASE("what is no roster file is refused whole", "[attendance]")
{
    CHECK(refusal("") == Error::Kind::Invalid);
    CHECK(refusal("nama\nSiti\n") == Error::Kind::Invalid);
    CHECK(refusal(header()) == Error::Kind::Invalid);
    CHECK(refusal(header() + "\"Siti\n") == Error::Kind::Malformed);
    CHECK(refusal(header() + "Si\"ti\",pns,nip,1,u,,\n") == Error::Kind::Malformed);
    CHECK(refusal(header() + "\x81\n") == Error::Kind::Invalid);
    CHECK(refusal(header() + std::string("\0\n", 2)) == Error::Kind::Invalid);
    CHECK(refusal(header() + std::string(70'000, 'x') + "\n") == Error::Kind::TooLarge);
}

TEST_CASE("problems are listed up to a bound", "[attendance]")
{
    std::string text = header();
    for (int i = 0; i < 2000; ++i)
        text += "Siti,pns,nip,1,opd-contoh-1,,\n";
    const auto import = parse(text);
    CHECK(import.problems.size() == attendance::maxRosterProblems);
    CHECK(import.problemCount == 2000);
    CHECK(import.problemRows == 2000);
}

TEST_CASE("the template is a file that can be imported", "[attendance]")
{
    const auto import = parse(attendance::rosterTemplate());
    CHECK(import.problems.empty());
    CHECK(import.rows.size() == 1);
}

namespace {

ledger::RosterRow only(const std::string& text)
{
    const auto import = parse(text);
    for (const auto& problem : import.problems)
        UNSCOPED_INFO(problem.row << ": " << problem.what);
    CHECK(import.problemCount == 0);
    REQUIRE(import.rows.size() == 1);
    return import.rows.front();
}

std::vector<std::string> sentences(
    const std::string& text, pledge::Language language = pledge::Language::English)
{
    attendance::RosterOptions options;
    options.language = language;
    const auto import = readRoster(base::asBytes(text), ceremony("takalar-2023"), options);
    REQUIRE(import);
    std::vector<std::string> all;
    for (const auto& problem : import->problems)
        all.push_back(std::to_string(problem.row) + ": " + problem.what);
    return all;
}

bool says(const std::vector<std::string>& sentences, const std::string& row, const char* words)
{
    return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
        return sentence.starts_with(row + ": ") && sentence.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("the header is known by its usual names, below a letterhead", "[attendance]")
{
    const auto siti = only("PEMERINTAH KABUPATEN TAKALAR;;;;\n"
                           "Jl. Contoh No. 1; telepon -;;;\n"
                           "\n"
                           "NO.;NAMA LENGKAP (dengan gelar);N I P;GOL / RUANG;SKPD;STATUS\n"
                           "1;Siti Aminah;198609262015051001;III/c;OPD Contoh 1;PNS\n");
    CHECK(siti.name == "Siti Aminah");
    CHECK(siti.unit == "opd-contoh-1");
    CHECK(siti.rank == "III/c");
    CHECK(siti.category == pledge::Category::Pns);
    const auto twenty
        = std::string(19, '\n') + "Nama;NIP;OPD\nSiti;198609262015051001;opd-contoh-1\n";
    CHECK(only(twenty).name == "Siti");
    CHECK(refusal("\n" + twenty) == Error::Kind::Invalid);
}

TEST_CASE("the columns of an export are imported again", "[attendance]")
{
    const auto import = parse(
        "No;Nama;NIP / NI PPPK / NIK;Pangkat/Gol.;Jabatan;Unit kerja;Kategori;Waktu;Tanda "
        "tangan;Keterangan;kiosk_id\r\n"
        "1;\"Peserta Contoh 001\";\"19860926 201505 1 001\";\"Penata (III/c)\";\"Analis\";\"OPD "
        "contoh 1\";\"PNS\";\"08.05\";;\"\";\"kiosk-1\"\r\n"
        "2;\"Peserta Contoh 002\";\"730501 150986 0001\";\"-\";\"Kepala Desa\";\"Desa "
        "Patani\";\"Kepala Desa\";\"08.06\";;\"'=1+1\";\"kiosk-1\"\r\n"
        "3;\"'-Peserta Contoh 003\";\"19900913 202524 2 014\";\"IX\";\"\";\"OPD contoh "
        "2\";\"PPPK\";;;;\r\n");
    CHECK(import.problemCount == 0);
    REQUIRE(import.rows.size() == 3);
    CHECK(import.rows[0].identity.value == "198609262015051001");
    CHECK(
        import.rows[1].identity == pledge::Identity{pledge::IdentityKind::Nik, "7305011509860001"});
    CHECK(import.rows[1].rank.empty());
    CHECK(import.rows[2].name == "-Peserta Contoh 003");
    CHECK(import.rows[2].category == pledge::Category::Pppk);
    std::string unknown;
    for (const auto& column : import.columns)
        unknown += !column.field && !column.needless ? column.letter() + column.header : "";
    CHECK(unknown == "Kkiosk_id");
}

TEST_CASE("an export of a personnel system is read by its own headers", "[attendance]")
{
    const auto row
        = only("NIP BARU;NIP LAMA;NAMA;GELAR DEPAN;GELAR BELAKANG;NIK;GOL AWAL NAMA;GOL AKHIR "
               "NAMA;JABATAN NAMA;UNOR NAMA;UNOR INDUK NAMA\n"
               "'198609262015051001;010203040;SITI AMINAH;Dr.;S.Pd.;7305011509860001;III/a;III/c;"
               "Guru;Seksi Kurikulum;OPD contoh 1\n");
    CHECK(row.name == "Dr. SITI AMINAH, S.Pd.");
    CHECK(row.identity == pledge::Identity{pledge::IdentityKind::Nip, "198609262015051001"});
    CHECK(row.rank == "III/c");
    CHECK(row.unit == "opd-contoh-1"); // the ceremony knows the parent, not the section
    CHECK(
        only("Nama;NIP;Pangkat;Gol.;OPD\nSiti;198609262015051001;Penata;III/c;opd-contoh-1\n").rank
        == "Penata (III/c)");
}

TEST_CASE("digits 13 and 14 tell the category where no column does", "[attendance]")
{
    const std::string top = "Nama;NIP;OPD\n";
    CHECK(only(top + "Siti;198609262015051001;opd-contoh-1\n").category == pledge::Category::Pns);
    CHECK(only(top + "Siti;198609262019211001;opd-contoh-1\n").category == pledge::Category::Pppk);

    const std::string village = "Nama;NIK;Desa\nSiti;7305011509860001;Desa Patani\n";
    CHECK(says(sentences(village), "2", "column Kategori"));
    attendance::RosterOptions options;
    options.category = pledge::Category::PerangkatDesa;
    const auto takalar = ceremony("takalar-2023");
    CHECK(readRoster(base::asBytes(village), takalar, options).value().rows.front().category
        == pledge::Category::PerangkatDesa);
    options.category = pledge::Category::Cpns;
    CHECK(
        readRoster(base::asBytes(top + "Siti;198609262015051001;opd-contoh-1\n"), takalar, options)
            .value()
            .rows.front()
            .category
        == pledge::Category::Cpns);

    const std::string stated = "Nama;NIP;OPD;Status\n";
    CHECK(says(sentences(stated + "Siti;198609262019211001;opd-contoh-1;PNS\n"), "2", "PPPK"));
    CHECK(only(stated + "Siti;198609262015051001;opd-contoh-1;Aktif\n").category
        == pledge::Category::Pns);
    CHECK(only(stated + "Siti;7305011509860001;Desa Patani;Kades\n").identity.kind
        == pledge::IdentityKind::Nik); // villages have no NIP, though the column is named so
}

TEST_CASE("numbers are taken as people write them", "[attendance]")
{
    const std::string top = "Nama;NIP;OPD\nSiti;";
    for (const std::string number : {"198609262015051001", "19860926 201505 1 001",
             "19860926.201505.1.001", "'198609262015051001", R"("=""198609262015051001""")",
             "19860926\u00a0201505\u00a01\u00a0001", "\u200b198609262015051001"}) {
        INFO(number);
        CHECK(only(top + number + ";opd-contoh-1\n").identity.value == "198609262015051001");
    }
}

TEST_CASE("a number that a spreadsheet has cut is refused and explained", "[attendance]")
{
    const std::string top = "Nama;NIP;OPD\nSiti;";
    for (const std::string number :
        {"1,98609E+17", "1.98609262015051E+17", "198609262015051000", "19860926 201505 1 000"}) {
        INFO(number);
        const std::string text = top + number + ";opd-contoh-1\n";
        CHECK(says(sentences(text), "2", "make this column text"));
        CHECK(says(sentences(text, pledge::Language::Indonesian), "2",
            "jadikan kolom ini teks dan isi ulang"));
    }
    // A NIK that ends in 0 may be right; all of them are not.
    std::string niks = "Nama;NIK;Desa;Kategori\n";
    for (char digit = '0'; digit <= '9'; ++digit)
        niks += std::string("Siti;73050115098") + digit + "0010;Desa Patani;Kades\n";
    std::string sound = niks;
    CHECK(says(sentences(niks), "1", "last digit"));
    sound.replace(sound.rfind("0;Desa"), 1, "1");
    CHECK(sentences(sound).empty());
}

TEST_CASE("all that is wrong with a row is said at once", "[attendance]")
{
    const auto all = sentences("Nama;NIP;OPD\n;198602302015051001;OPD cntoh 1\n");
    CHECK(all.size() == 3);
    CHECK(says(all, "2", "name is empty"));
    CHECK(says(all, "2", "day of birth"));
    CHECK(says(all, "2", "nearest is 'OPD contoh 1'"));
}

TEST_CASE("rows that say nothing of anybody are passed over", "[attendance]")
{
    const auto import = parse("No;Nama;NIP;OPD\n"
                              "(1);(2);(3);(4)\n"
                              "1;Siti;198609262015051001;opd-contoh-1\n"
                              "2;;;\n"
                              "No;Nama;NIP;OPD\n"
                              "3;Budi;198609262015051002;opd-contoh-1\n");
    CHECK(import.problemCount == 0);
    REQUIRE(import.rows.size() == 2);
    CHECK(import.numbers == std::vector<std::size_t>{3, 6});
}

TEST_CASE("rows are numbered as a spreadsheet numbers them", "[attendance]")
{
    CHECK(parse("Nama;NIP;OPD\n\n\"Siti\nAminah\";198609262015051001;opd-contoh-1\n"
                "Budi;198609262015051002;opd-contoh-1\n")
              .numbers
        == std::vector<std::size_t>{3, 4});
    CHECK(parse("Nama;NIP;OPD\rSiti;198609262015051001;opd-contoh-1\r"
                "Budi;198609262015051002;opd-contoh-1\r")
              .numbers
        == std::vector<std::size_t>{2, 3});
}

TEST_CASE("two columns of one meaning are a problem of the header", "[attendance]")
{
    CHECK(says(sentences("Nama;Nama Lengkap;NIP;OPD\nA;B;198609262015051001;opd-contoh-1\n"), "1",
        "A (Nama) and B (Nama Lengkap)"));
    // but a weaker header gives way
    CHECK(only("Status;Nama;NIP;OPD;Kategori\nsah;Siti;198609262015051001;opd-contoh-1;PNS\n").name
        == "Siti");
}

} // namespace ikrar::tests
