#include "qr/encode.h"

#include "base/bytes.h"

#include <qrencode.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <span>

namespace ikrar::qr {

namespace {

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Input = std::unique_ptr<QRinput, FreeInput>;
using Code = std::unique_ptr<QRcode, FreeCode>;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The 45 characters of ISO/IEC 18004 table 5.
bool isAlphanumeric(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z')
        || std::string_view(" $%*+-./:").find(c) != std::string_view::npos;
}

QRencodeMode densestMode(std::string_view text)
{
    if (std::all_of(text.begin(), text.end(), isDigit)) {
        return QR_MODE_NUM;
    }
    return std::all_of(text.begin(), text.end(), isAlphanumeric) ? QR_MODE_AN : QR_MODE_8;
}

Error tooLarge(int versionLimit)
{
    return {Error::Kind::TooLarge,
        "the text needs a QR code over version " + std::to_string(versionLimit)};
}

/// False when the text is longer than any version holds.
bool append(QRinput& input, std::string_view text)
{
    if (text.empty()) {
        return true;
    }
    const BytesView bytes = base::asBytes(text);
    return QRinput_append(&input, densestMode(text), static_cast<int>(bytes.size()), bytes.data())
        == 0;
}

bool appendSegments(QRinput& input, std::string_view text)
{
    const std::size_t hash = text.rfind('#');
    if (hash == std::string_view::npos) {
        return append(input, text);
    }
    return append(input, text.substr(0, hash)) && append(input, text.substr(hash, 1))
        && append(input, text.substr(hash + 1));
}

Matrix toMatrix(const QRcode& code)
{
    constexpr unsigned darkBit = 1;
    Matrix matrix{code.version, code.width, {}};
    const auto modules
        = static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width);
    matrix.dark.reserve(modules);
    for (const unsigned char module : std::span(code.data, modules)) {
        matrix.dark.push_back((module & darkBit) != 0);
    }
    return matrix;
}

} // namespace

Result<Matrix> encode(std::string_view text, Level level, int versionLimit)
{
    assert(versionLimit >= 1 && versionLimit <= QRSPEC_VERSION_MAX);
    if (text.empty()) {
        return fail(Error::Kind::Invalid, "there is no text to encode");
    }
    constexpr std::size_t mostDigits = 7089; // version 40 at L holds no more of anything
    if (text.size() > mostDigits) {
        return tl::unexpected(tooLarge(versionLimit));
    }
    const Input input(QRinput_new2(0, level == Level::L ? QR_ECLEVEL_L : QR_ECLEVEL_M));
    assert(input != nullptr);
    if (!appendSegments(*input, text)) {
        return tl::unexpected(tooLarge(versionLimit));
    }
    const Code code(QRcode_encodeInput(input.get()));
    if (code == nullptr || code->version > versionLimit) {
        return tl::unexpected(tooLarge(versionLimit));
    }
    return toMatrix(*code);
}

} // namespace ikrar::qr
