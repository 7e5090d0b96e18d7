#pragma once

#include "qr/matrix.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

class QPainter;

namespace ikrar::print {

/// What a slip is printed on. Measures are millimetres.
enum class Paper : std::uint8_t {
    A6, ///< a page of 105 x 148, cut from A4 or not
    A5, ///< a page of 148 x 210
    Roll80, ///< thermal paper of 80, of which 72 are printed on at 8 dots/mm
    Roll58, ///< thermal paper of 58, of which 48 are printed on at 8 dots/mm
};

/// The densest code whose modules are at least 0.5 mm on this paper, quiet zone included: at most
/// qr::maxVersion.
[[nodiscard]] int largestVersion(Paper paper);
[[nodiscard]] double printedWidth(Paper paper);

/// What one slip says, from the top down, apart from where it is drawn: centred lines, facts of two
/// columns, and a code.
struct Slip {
    struct Line {
        std::string words; ///< an empty one takes no room
        double capitals = 2; ///< height of a capital letter
        bool bold = false;
    };
    struct Fact {
        std::string label;
        std::string value;
    };
    struct Gap {
        double height = 1;
    };
    struct Code {
        qr::Matrix matrix{};
        double width = 74; ///< with its quiet zone, as far as modules of 0.5 and the paper let it
    };
    using Item = std::variant<Line, Fact, Gap, Code>;

    std::string title; ///< of the document or job: it names no person
    Paper paper = Paper::A6; ///< what it was made for
    std::vector<Item> items;
};

/// Draws it with `painter`, whose device has `dotsPerMillimetre` and begins at the paper's printed
/// edge; a code's modules are whole dots. Returns the height that was taken, in dots.
[[nodiscard]] int draw(QPainter& painter, const Slip& slip, double dotsPerMillimetre);

} // namespace ikrar::print
