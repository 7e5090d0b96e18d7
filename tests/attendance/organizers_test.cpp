#include "attendance/organizers.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <fstream>

using namespace ikrar;
using namespace ikrar::attendance;

namespace {

const crypto::ScryptCost cheap{16, 1, 1};
const char* const pin = "271828";

struct Data {
    [[nodiscard]] Result<void> add(const std::string& name, const std::string& chosen = pin) const
    {
        return addOrganizer(base::systemFiles(), directory.path(), name, "Panitia", chosen, cheap);
    }
    [[nodiscard]] std::string file() const
    {
        const Bytes bytes = base::readFile(directory / "organizers", 4096).value();
        return std::string(base::asText(bytes));
    }

    tests::TemporaryDirectory directory;
};

} // namespace

TEST_CASE("a PIN has 6 to 12 digits", "[attendance]")
{
    CHECK(checkPin("271828"));
    CHECK(checkPin("271828182845"));
    for (const char* wrong : {"", "27182", "2718281828459", "27182a", "27182 "}) {
        CAPTURE(wrong);
        CHECK(checkPin(wrong).error().kind == Error::Kind::Invalid);
    }
}

TEST_CASE("PINs that anybody would try first are refused", "[attendance]")
{
    for (const char* common : {"000000", "777777", "123456", "654321", "012345", "890123", "121212",
             "123123", "20232023", "112233", "123321", "147258", "170845"}) {
        CAPTURE(common);
        CHECK(checkPin(common).error().kind == Error::Kind::Invalid);
    }
}

TEST_CASE("organizers are kept in order, by name, with a hash of their PIN only", "[attendance]")
{
    const Data data;
    CHECK(readOrganizers(data.directory.path()).value().empty());
    REQUIRE(data.add("Peserta \"Contoh\" 001, S.Sos."));
    REQUIRE(data.add("Peserta Contoh 002", "314159"));
    const auto organizers = readOrganizers(data.directory.path()).value();
    REQUIRE(organizers.size() == 2);
    CHECK(organizers[0].name == "Peserta \"Contoh\" 001, S.Sos.");
    CHECK(organizers[0].post == "Panitia");
    CHECK(isPin(pin, organizers[0].pin).value());
    CHECK_FALSE(isPin("314159", organizers[0].pin).value());
    CHECK(isPin("314159", organizers[1].pin).value());
    CHECK(data.file().find(pin) == std::string::npos);
}

TEST_CASE("two people with one PIN have different hashes", "[attendance]")
{
    const Data data;
    REQUIRE(data.add("Peserta Contoh 001"));
    REQUIRE(data.add("Peserta Contoh 002"));
    const auto organizers = readOrganizers(data.directory.path()).value();
    CHECK(organizers[0].pin != organizers[1].pin);
}

TEST_CASE("nobody but its owner reads the file", "[attendance]")
{
    const Data data;
    REQUIRE(data.add("Peserta Contoh 001"));
    struct stat status {
    };
    REQUIRE(::stat((data.directory / "organizers").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("a name stands once, and is one line", "[attendance]")
{
    const Data data;
    REQUIRE(data.add("Peserta Contoh 001"));
    CHECK(data.add("Peserta Contoh 001").error().kind == Error::Kind::Invalid);
    for (const std::string& wrong :
        {std::string(), std::string("  "), std::string("a\nb"), std::string(129, 'a')}) {
        CHECK(data.add(wrong).error().kind == Error::Kind::Invalid);
    }
    CHECK(data.add("Peserta Contoh 002", "123456").error().kind == Error::Kind::Invalid);
    CHECK(readOrganizers(data.directory.path()).value().size() == 1);
}

TEST_CASE("whoever is removed is gone", "[attendance]")
{
    const Data data;
    REQUIRE(data.add("Peserta Contoh 001"));
    REQUIRE(data.add("Peserta Contoh 002"));
    REQUIRE(removeOrganizer(base::systemFiles(), data.directory.path(), "Peserta Contoh 001"));
    CHECK(readOrganizers(data.directory.path()).value().front().name == "Peserta Contoh 002");
    CHECK(removeOrganizer(base::systemFiles(), data.directory.path(), "Peserta Contoh 001")
              .error()
              .kind
        == Error::Kind::Missing);
}

TEST_CASE("a damaged file lets nobody in, and says what to do", "[attendance]")
{
    const Data data;
    for (const char* damaged : {"", R"([{"name": "A", "post": "B", "pin": "271828"}])", "[1]",
             "[{\"name\": \"A\", \"post\": \"B\", \"pin\": "
             "\"$scrypt$ln=99,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
             "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]"}) {
        CAPTURE(damaged);
        std::ofstream(data.directory / "organizers") << damaged;
        CHECK(readOrganizers(data.directory.path()).error().kind == Error::Kind::Malformed);
    }
}

TEST_CASE("a hash says what it cost, in the PHC string format", "[attendance]")
{
    CHECK(hashPin(pin, cheap).starts_with("$scrypt$ln=4,r=1,p=1$"));
    CHECK(hashPin(pin).starts_with("$scrypt$ln=16,r=8,p=1$"));
    // Python: hashlib.scrypt(b"271828", salt=bytes(16), n=16, r=1, p=1, dklen=32)
    CHECK(isPin(pin,
        "$scrypt$ln=4,r=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$RR79OaAPf45iyT33jzA6spfDcXvbGfzlE4eHaKEmBKo")
              .value());
}

TEST_CASE("wrong PINs are counted by name, over a restart", "[attendance]")
{
    const Data data;
    {
        FailedPins failed(base::systemFiles(), data.directory.path());
        CHECK(failed.count("Peserta Contoh 001") == 0);
        failed.set("Peserta Contoh 001", 3);
        failed.set("Peserta Contoh 002", 1);
        failed.set("Peserta Contoh 002", 0);
    }
    const FailedPins failed(base::systemFiles(), data.directory.path());
    CHECK(failed.count("Peserta Contoh 001") == 3);
    CHECK(failed.count("Peserta Contoh 002") == 0);
}
