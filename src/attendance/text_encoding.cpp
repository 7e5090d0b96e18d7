#include "attendance/text_encoding.h"

#include "base/utf8.h"

#include <QString>
#include <QStringDecoder>

#include <array>

namespace ikrar::attendance {

namespace {

constexpr std::string_view utf8Mark = "\xef\xbb\xbf";
constexpr std::string_view utf16LeMark = "\xff\xfe";
constexpr std::string_view utf16BeMark = "\xfe\xff";

/// What the bytes 80..9F stand for (index-windows-1252 of the Encoding standard); 0: undefined.
constexpr std::array<char16_t, 32> windows1252{0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020,
    0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d,
    0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

tl::unexpected<Error> noText()
{
    return fail(Error::Kind::Malformed, "it is no text in UTF-8, UTF-16 or Windows-1252");
}

Result<DecodedText> checked(std::string text, TextEncoding encoding)
{
    if (!base::isUtf8(text) || text.find('\0') != std::string::npos)
        return noText();
    return DecodedText{std::move(text), encoding};
}

Result<DecodedText> fromUtf16(
    std::string_view bytes, QStringConverter::Encoding from, TextEncoding encoding)
{
    if (bytes.size() % 2 != 0)
        return noText();
    QStringDecoder decoder(from, QStringConverter::Flag::Stateless);
    const QString text
        = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    // A lone surrogate becomes U+FFFD in UTF-8, which nobody writes into a roster either.
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter) || !text.isValidUtf16())
        return noText();
    return checked(text.toStdString(), encoding);
}

Result<DecodedText> fromWindows1252(std::string_view bytes)
{
    QString text;
    text.reserve(static_cast<qsizetype>(bytes.size()));
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool special = byte >= 0x80 && byte < 0xa0;
        const char16_t character = special ? windows1252.at(byte - 0x80U) : char16_t{byte};
        if (special && character == 0)
            return noText();
        text += QChar(character);
    }
    return checked(text.toStdString(), TextEncoding::Windows1252);
}

} // namespace

std::string_view name(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf8Bom:
        return "UTF-8 with BOM";
    case TextEncoding::Utf16Le:
        return "UTF-16 LE";
    case TextEncoding::Utf16Be:
        return "UTF-16 BE";
    case TextEncoding::Windows1252:
        break;
    }
    return "Windows-1252";
}

Result<DecodedText> decodeText(BytesView file)
{
    const std::string_view bytes = base::asText(file);
    if (bytes.starts_with(utf8Mark))
        return checked(std::string(bytes.substr(utf8Mark.size())), TextEncoding::Utf8Bom);
    if (bytes.starts_with(utf16LeMark))
        return fromUtf16(bytes.substr(2), QStringConverter::Utf16LE, TextEncoding::Utf16Le);
    if (bytes.starts_with(utf16BeMark))
        return fromUtf16(bytes.substr(2), QStringConverter::Utf16BE, TextEncoding::Utf16Be);
    if (base::isUtf8(bytes))
        return checked(std::string(bytes), TextEncoding::Utf8);
    return fromWindows1252(bytes);
}

} // namespace ikrar::attendance
