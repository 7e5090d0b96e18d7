#pragma once

#include "base/file.h"

#include <optional>
#include <string>

namespace ikrar::kiosk {

/// What the public display shows, as the organizer's screen leads it.
enum class BoardScene {
    Title, ///< the ceremony's name, before anything
    Opening, ///< the sentence above the clauses
    Clause, ///< one of them, to be read aloud together
    Count, ///< how many have signed
};

/// The one thing that the two processes tell each other: a file in the runtime directory (which a
/// reboot empties), replaced as a whole by the organizer's screen and looked at a few times a
/// second by the display.
///
///     {"clause": 2, "origin": "<of the log>", "scene": "clause"}
struct Board {
    BoardScene scene = BoardScene::Title;
    int clause = 0; ///< from 0, in the scene of clauses

    friend bool operator==(const Board&, const Board&) = default;
};

/// Errors: those of the file layer.
[[nodiscard]] Result<void> writeBoard(base::FileSystem& files, const base::Path& runtimeDirectory,
    const std::string& origin, const Board& board);
/// Nothing where there is none, or one of another log.
[[nodiscard]] std::optional<Board> readBoard(
    const base::Path& runtimeDirectory, const std::string& origin);

} // namespace ikrar::kiosk
