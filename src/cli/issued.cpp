#include "cli/issued.h"

namespace ikrar::cli {

void appendOne(Context& context, const std::string& data, const std::string& passphraseFile,
    const std::string& done, const std::function<Result<ledger::Issued>(ledger::Ledger&)>& act)
{
    auto store = LocalStore::open(data, ledger::Ledger::Mode::Sign, passphraseFile);
    if (!store) {
        context.fail(store.error());
        return;
    }
    const auto issued = act((*store)->ledger());
    if (!issued) {
        context.fail(issued.error());
        return;
    }
    (*store)->publish();
    context.answer(done + " (entry " + std::to_string(issued->index) + ")",
        {{QStringLiteral("index"), static_cast<qint64>(issued->index)}});
}

} // namespace ikrar::cli
