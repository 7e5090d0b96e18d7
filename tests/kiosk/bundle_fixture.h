#pragma once

#include "attendance/bundle.h"
#include "kiosk/auditor_fixture.h"

#include <cstdlib>

namespace ikrar::tests {

constexpr const char* bundlePassphrase = "7KQ2-M0FD-R9XT-4B6C-ZH1W";

/// An auditor without a log, two receipts, the second one's voided, and bundles of their log.
struct BundleFixture : AuditorFixture {
    BundleFixture() : AuditorFixture(false) { }

    void close()
    {
        auto ledger = store.ledger();
        must(ledger->endSession());
        must(ledger->close());
        must(ledger->publish());
    }

    void signWithInk(const char* number = "7305010101700001", int height = 120)
    {
        pledge::Declaration declaration;
        declaration.identity = {pledge::IdentityKind::Nik, number};
        declaration.name = "Baso Contoh";
        declaration.unit = "73-05-01";
        declaration.category = pledge::Category::KepalaDesa;
        declaration.ink
            = pledge::encodeInk({1200, 450, {{{100, 100}, {300, 300}, {500, height}, {700, 330}}}});
        issued.push_back(must(store.ledger()->sign(declaration)));
    }

    base::Path write(const attendance::BundleOptions& options = {}, const char* name = "bukti.zip")
    {
        auto path = store.directory / name;
        const auto ledger = store.ledger();
        const auto log = must(attendance::bundleLogOf(*ledger));
        const attendance::BundleLog* one = log.get();
        must(attendance::writeBundle(
            std::span(&one, 1), path, options, base::systemFiles(), store.clock));
        return path;
    }

    /// The same, packed anew by another program, with another name in the first signer's row and
    /// another number in the second one's.
    base::Path lieOf(const base::Path& bundle)
    {
        return repacked(bundle, R"py(
for name, data in members.items():
    if name.endswith("/attendance.csv"):
        data = data.replace(b"Andi Contoh, S.Sos.", b"Orang Lain")
        members[name] = data.replace(b"199009132025242014", b"199009132025242015")
)py");
    }

    /// Another name in the first signer's row, under a new key and a digest of that row: no one but
    /// the closing entry can tell.
    static constexpr std::string_view forgery = R"py(
table, ties = folder + "/attendance.csv", folder + "/ties.csv"
line = next(l for l in members[table].split(b"\r\n") if b"Andi Contoh" in l)
forged = line.replace(b"Andi Contoh, S.Sos.", b"Orang Lain")
tie = next(l for l in members[ties].split(b"\r\n") if l.startswith(line.split(b",")[0] + b","))
fields = tie.split(b",")
fields[2] = b'"' + b"11" * 16 + b'"'
fields[4] = b'"' + hmac.new(b"\x11" * 16, forged, "sha256").hexdigest().encode() + b'"'
lies = {table: members[table].replace(line, forged), ties: members[ties].replace(tie, b",".join(fields))}
)py";

    /// Packed anew by another program after `change`, Python that is given `members`, bytes by
    /// name, and `folder`, the only log's.
    base::Path repacked(const base::Path& bundle, std::string_view change)
    {
        const std::string program = R"py(
import hmac, sys, zipfile
source, target = sys.argv[1:]
with zipfile.ZipFile(source) as old:
    members = {name: old.read(name) for name in old.namelist()}
folder = members["ikrar-bundle"].decode().split("\n")[2]
)py" + std::string(change)
            + R"py(
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for name, data in members.items():
        new.writestr(name, data)
)py";
        const auto script = store.directory / "lie.py";
        must(base::replaceFile(base::systemFiles(), script, base::asBytes(program), 0644));
        auto lie = store.directory / "lie.zip";
        const auto command
            = "python3 " + script.string() + ' ' + bundle.string() + ' ' + lie.string();
        if (std::system(command.c_str()) != 0) { // NOLINT(*-env33-c, concurrency-mt-unsafe)
            throw std::runtime_error("python3 did not pack the bundle anew");
        }
        return lie;
    }

    [[nodiscard]] kiosk::BundleView& bundle() { return *auditor.bundle(); }
    [[nodiscard]] kiosk::SignerView& signer() { return *auditor.signer(); }

    void untilRead()
    {
        until([this] { return bundle().state() != kiosk::BundleView::State::Reading; });
    }
    void load(const base::Path& path)
    {
        auditor.openBundle(path);
        untilRead();
    }
    void seeInk()
    {
        until([this] { return signer().hasInk(); });
    }
};

} // namespace ikrar::tests
