#include "audit/heads.h"

#include "tlog/checkpoint.h"

namespace ikrar::audit {

namespace {

/// Whether the copy had this head; nothing where it ends before it or is another log's.
Result<std::optional<bool>> holds(const Head& head, const receipt::LogView* log)
{
    if (log == nullptr || log->origin != head.origin || log->size < head.size) {
        return std::optional<bool>{};
    }
    const auto root = log->rootAt(head.size);
    if (!root) {
        return tl::unexpected(root.error());
    }
    return std::optional(*root == head.root);
}

} // namespace

bool looksLikeHead(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    return first != std::string_view::npos && text.find('\n', first) < text.find_last_not_of(space);
}

Result<Head> openHead(std::string_view note, const tlog::Policy& policy)
{
    const std::string_view origin = note.substr(0, note.find('\n'));
    const tlog::Policy::Log* log = policy.logByOrigin(origin);
    if (log == nullptr) {
        return fail(Error::Kind::Missing, "the policy names no log of this origin");
    }
    const auto opened = tlog::openCheckpoint(note, log->key);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const tlog::Checkpoint& checkpoint = opened->checkpoint;
    return Head{std::string(note), checkpoint.origin, checkpoint.size, checkpoint.root};
}

Result<Standing> compareHeads(const Head& kept, const Head& shown, const receipt::LogView* log)
{
    if (kept.size == shown.size) {
        return kept.root == shown.root ? Standing::Same : Standing::Rewritten;
    }
    const auto first = holds(kept, log);
    const auto second = holds(shown, log);
    if (!first || !second) {
        return tl::unexpected(!first ? first.error() : second.error());
    }
    // A copy that has the one and contradicts the other shows two histories, both signed by the
    // log.
    if ((*first && !**first) || (*second && !**second)) {
        return Standing::Rewritten;
    }
    if (shown.size < kept.size) {
        return Standing::Behind;
    }
    return *first && *second ? Standing::Consistent : Standing::Undecided;
}

std::string evidenceOf(const Head& kept, const Head& shown)
{
    return "Dua ringkasan log yang disegel oleh satu log dan saling bertentangan.\n"
           "Two heads sealed by one log that contradict each other.\n\n"
           "Periksa / check: ikrar audit LOG --policy POLICY --since FILE\n"
           "FILE: salah satu catatan di bawah ini, tanpa baris pembatas / one of the notes below, "
           "without its rules.\n\n"
           "-------- 1\n"
        + kept.note + "-------- 2\n" + shown.note + "--------\n";
}

} // namespace ikrar::audit
