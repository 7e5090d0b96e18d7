// Sticks that are plugged in, full, locked and pulled out: real file systems, mounted by the test.
// Run by tests/own_mounts.
#include "kiosk/organizer_fixture.h"

#include <catch2/catch.hpp>
#include <sys/mount.h>

using namespace ikrar;
using namespace ikrar::tests;
using kiosk::ExportDesk;
using Document = ExportDesk::Document;
using Page = kiosk::Organizer::Page;
using Problem = kiosk::fileproblem::Kind;

namespace {

/// A stick of that size at /mnt/STIK, on a /mnt that nobody else sees.
class Stick
{
public:
    explicit Stick(const char* size)
    {
        if (::mount("none", "/mnt", "tmpfs", 0, "size=1m") != 0) {
            throw std::runtime_error("this test is to be run by tests/own_mounts");
        }
        std::filesystem::create_directory(path);
        plugIn(size);
    }
    Stick(const Stick&) = delete;
    Stick& operator=(const Stick&) = delete;
    Stick(Stick&&) = delete;
    Stick& operator=(Stick&&) = delete;
    ~Stick()
    {
        ::umount2(path.c_str(), MNT_DETACH);
        ::umount2("/mnt", MNT_DETACH);
    }

    void plugIn(const char* size) const
    {
        const auto options = std::string("size=") + size;
        must(::mount("none", path.c_str(), "tmpfs", 0, options.c_str()) == 0
                ? Result<void>()
                : base::failErrno(errno, "mount"));
    }
    void pullOut() const { ::umount2(path.c_str(), MNT_DETACH); }
    void lock() const
    {
        must(::mount("none", path.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0
                ? Result<void>()
                : base::failErrno(errno, "remount"));
    }
    [[nodiscard]] bool isEmpty() const { return std::filesystem::is_empty(path); }

    const base::Path path = "/mnt/STIK";
};

/// A stick that is pulled out at the first byte.
class PulledOut final : public base::FileSystem
{
public:
    explicit PulledOut(const Stick& stick) : m_stick(stick) { }
    Result<int> open(const base::Path& path, int flags, mode_t mode) override
    {
        return m_under.open(path, flags, mode);
    }
    Result<void> write(int fd, BytesView bytes) override
    {
        m_stick.pullOut();
        return m_under.write(fd, bytes);
    }
    Result<void> sync(int fd) override { return m_under.sync(fd); }
    Result<void> rename(const base::Path& from, const base::Path& to) override
    {
        return m_under.rename(from, to);
    }
    Result<void> remove(const base::Path& path) override { return m_under.remove(path); }
    Result<void> makeDirectory(const base::Path& path) override
    {
        return m_under.makeDirectory(path);
    }
    void close(int fd) override { m_under.close(fd); }

private:
    const Stick& m_stick;
    base::FileSystem& m_under = base::systemFiles();
};

OrganizerFixture::Choice signedByAll()
{
    OrganizerFixture::Choice choice;
    choice.openSession = true;
    choice.prepare = [](ledger::Ledger& ledger) {
        for (const auto& person : takalarPeople()) {
            must(ledger.sign(declarationOf(person)));
        }
    };
    return choice;
}

/// Of the stick, among the media of the screen.
int placeOf(kiosk::MediaDesk& media, const char* where)
{
    const auto list = media.media();
    for (int at = 0; at < list.size(); ++at) {
        if (list[at].toMap().value(QStringLiteral("where")) == QLatin1String(where)) {
            return at;
        }
    }
    return -1;
}

void write(OrganizerFixture& fixture, Document document)
{
    auto& desk = *fixture.organizer.exports();
    desk.cancel();
    desk.choose(document);
    fixture.organizer.startExport();
    until([&desk] { return !desk.busy(); });
}

} // namespace

TEST_CASE(
    "a stick is offered as it is plugged in, and may be pulled out once it is written", "[.media]")
{
    const Stick stick("8m");
    OrganizerFixture fixture(signedByAll());
    fixture.unlock();
    stick.pullOut();
    auto& media = *fixture.organizer.media();
    fixture.organizer.go(Page::Export);
    CHECK(placeOf(media, "/mnt/STIK") == -1);
    stick.plugIn("8m");
    fixture.organizer.advance(std::chrono::seconds(2));
    const int place = placeOf(media, "/mnt/STIK");
    REQUIRE(place >= 0);
    CHECK(media.media()[place].toMap().value(QStringLiteral("carried")).toBool());
    media.choose(place);
    auto& desk = *fixture.organizer.exports();
    desk.setSealed(false);
    for (const auto document : {Document::Workbook, Document::OfficialRecord, Document::Bundle}) {
        write(fixture, document);
        CHECK(desk.stage() == ExportDesk::Stage::Done);
        CHECK(desk.carried());
        CHECK(std::filesystem::exists(stick.path / desk.fileName().toStdString()));
    }
}

TEST_CASE("a stick that is full or locked is told by that, and keeps nothing", "[.media]")
{
    const Stick stick("8k");
    OrganizerFixture fixture(signedByAll());
    fixture.unlock();
    fixture.organizer.go(Page::Export);
    auto& media = *fixture.organizer.media();
    media.choose(placeOf(media, "/mnt/STIK"));
    auto& desk = *fixture.organizer.exports();
    for (const auto document :
        {Document::Workbook, Document::AttendanceSheet, Document::PublicBundle}) {
        INFO(static_cast<int>(document));
        write(fixture, document);
        CHECK(desk.stage() == ExportDesk::Stage::Failed);
        CHECK(desk.problem() == Problem::Full);
        CHECK(stick.isEmpty());
    }
    stick.lock();
    write(fixture, Document::List);
    CHECK(desk.problem() == Problem::ReadOnly);
    CHECK(stick.isEmpty());
    media.look();
    const auto place = placeOf(media, "/mnt/STIK");
    CHECK(media.media()[place].toMap().value(QStringLiteral("readOnly")).toBool());
}

TEST_CASE("a stick that is pulled out while it is written to is told to be gone", "[.media]")
{
    const Stick stick("8m");
    OrganizerFixture fixture(signedByAll());
    auto store = must(kiosk::LedgerStore::open(fixture.data(), fixture.environment));
    for (const auto document :
        {Document::List, Document::AttendanceSheet, Document::PublicBundle}) {
        INFO(static_cast<int>(document));
        PulledOut files(stick);
        ExportDesk desk(*fixture.organizer.preferences(), files);
        desk.setStore(store.get());
        desk.choose(document);
        desk.start(stick.path);
        until([&desk] { return !desk.busy(); });
        CHECK(desk.stage() == ExportDesk::Stage::Failed);
        CHECK(desk.problem() == Problem::Gone);
        CHECK(stick.isEmpty()); // nothing in the folder that the stick left behind
        stick.plugIn("8m");
    }
}
