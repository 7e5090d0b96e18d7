#include "cli/issued.h"

namespace ikrar::cli {

void appendOne(Context& context, const std::string& data, const std::string& passphraseFile,
    const std::function<Result<Appended>(ledger::Ledger&)>& act)
{
    auto store = LocalStore::open(context, data, ledger::Ledger::Mode::Sign, passphraseFile);
    if (!store) {
        context.fail(store.error());
        return;
    }
    auto appended = act((*store)->ledger());
    if (!appended) {
        context.fail(appended.error());
        return;
    }
    (*store)->publish();
    std::string paragraph
        = appended->done + " (entry " + std::to_string(appended->issued.index) + ")";
    appended->facts.insert(QStringLiteral("index"), static_cast<qint64>(appended->issued.index));
    if (!appended->warning.empty()) {
        paragraph += "\nWarning: " + appended->warning;
        appended->facts.insert(QStringLiteral("warning"), text(appended->warning));
    }
    context.answer(paragraph, appended->facts);
}

} // namespace ikrar::cli
