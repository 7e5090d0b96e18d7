#pragma once

#include "kiosk/auditor.h"
#include "kiosk/fixture.h"
#include "receipt/receipt.h"

namespace ikrar::tests {

/// A published log of two signers, the second one's entry voided, and an auditor with its policy.
class AuditorFixture
{
public:
    explicit AuditorFixture(bool withLog = true)
    {
        auto ledger = store.ledger();
        for (const auto& [number, name] : {std::pair("198609262015051001", "Andi Contoh, S.Sos."),
                 std::pair("199009132025242014", "Sitti Contoh")}) {
            pledge::Declaration declaration;
            declaration.identity = {pledge::IdentityKind::Nip, number};
            declaration.name = name;
            declaration.unit = "opd-contoh-1";
            declaration.category = pledge::Category::Pns;
            declaration.ink = pledge::encodeInk({});
            issued.push_back(must(ledger->sign(declaration)));
        }
        must(ledger->voidEntry(issued.at(1).receipt.index, pledge::Reason::WrongPerson));
        must(ledger->publish());
        const auto policy = tlog::Policy::forLog(ledger->logKey());
        must(base::replaceFile(base::systemFiles(), store.directory / "bawaslu.policy",
            base::asBytes(policy.text()), 0644));
        files.policy = store.directory / "bawaslu.policy";
        files.log = withLog ? (store.data() / "log").string() : std::string();
        files.ceremonies = {base::Path(IKRAR_ASSETS) / "ceremonies/takalar-2023.toml"};
    }

    void open()
    {
        auditor.open(files);
        until([this] { return auditor.page() != kiosk::Auditor::Page::Opening; });
    }

    [[nodiscard]] QString text(std::size_t signer) const
    {
        return QString::fromStdString(
            receipt::toText(issued.at(signer).receipt, "https://verify.example"));
    }

    /// Until the next verdict or head is on the screen.
    template <typename Give>
    void give(Give give)
    {
        bool came = false;
        const auto note = [&came] { came = true; };
        const auto verdict
            = QObject::connect(auditor.verdict(), &kiosk::VerdictView::changed, note);
        const auto head = QObject::connect(auditor.head(), &kiosk::HeadView::changed, note);
        give();
        until([&came] { return came; });
        QObject::disconnect(verdict);
        QObject::disconnect(head);
    }
    void check(const QString& text)
    {
        give([&] { auditor.check(text); });
    }

    KioskFixture store{{"takalar-2023", false}};
    std::vector<ledger::Issued> issued;
    kiosk::EvidenceFiles files;
    kiosk::Auditor auditor{store.clock, store.directory / ""};
};

} // namespace ikrar::tests
