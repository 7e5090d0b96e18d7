#include "attendance/file_kind.h"

#include "attendance/wording.h"
#include "attendance/xlsx_package.h"

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view compoundFile = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
constexpr std::string_view zip = "PK\x03\x04"sv;

struct Other {
    std::string_view begins;
    std::string_view indonesian;
    std::string_view english;
};

constexpr std::array others{
    Other{"%PDF"sv, "berkas PDF", "a PDF"},
    Other{"\x89PNG"sv, "gambar", "a picture"},
    Other{"\xff\xd8\xff"sv, "gambar", "a picture"},
    Other{R"({\rtf)"sv, "dokumen RTF", "an RTF document"},
    Other{"PK\x05\x06"sv, "berkas ZIP kosong", "an empty ZIP"},
    Other{"Rar!"sv, "arsip RAR", "a RAR archive"},
    Other{"7z\xbc\xaf"sv, "arsip 7z", "a 7z archive"},
    Other{"\x1f\x8b"sv, "berkas gzip", "a gzip file"},
    Other{"SQLite format 3"sv, "basis data", "a database"},
};

/// How a web page, or XML, begins that some systems hand out under the name of a spreadsheet.
constexpr std::array markup{"<html"sv, "<!doctype"sv, "<table"sv, "<meta"sv, "<head"sv, "<?xml"sv,
    "<style"sv, "<div"sv, "mime-version:"sv};

tl::unexpected<Error> refused(
    pledge::Language language, std::string_view indonesian, std::string_view english)
{
    return fail(Error::Kind::Invalid,
        said(language,
            "Ini " + std::string(indonesian)
                + "; buka dengan aplikasi lembar kerja dan simpan sebagai .xlsx.",
            "This is " + std::string(english)
                + "; open it in a spreadsheet and save it as .xlsx (simpan sebagai .xlsx)."));
}

/// ASCII as UTF-16 LE, which names in a compound file are in.
std::string wide(std::string_view ascii)
{
    std::string text;
    for (const char c : ascii)
        text += {c, '\0'};
    return text;
}

/// [MS-CFB]: the old Office formats, and new ones under a password ([MS-OFFCRYPTO]).
tl::unexpected<Error> refusedCompound(std::string_view bytes, pledge::Language language)
{
    if (bytes.find(wide("EncryptedPackage")) != std::string_view::npos)
        return fail(Error::Kind::Invalid,
            said(language,
                "Berkas ini terkunci dengan kata sandi; buka, hapus kata sandinya, dan simpan "
                "sebagai .xlsx.",
                "This file is locked with a password; open it, remove the password, and save it "
                "as .xlsx (simpan sebagai .xlsx)."));
    return refused(language, "berkas Excel lama (.xls)", "an old Excel file (.xls)");
}

Result<TableKind> kindOfZip(BytesView file, pledge::Language language)
{
    const auto package = XlsxPackage::open(file);
    if (!package)
        return TableKind::Workbook; // its reader says that it is damaged
    const XlsxPackage& zipped = **package;
    if (zipped.beginning("mimetype").find("opendocument") != std::string::npos)
        return refused(language, "berkas OpenDocument (.ods)", "an OpenDocument file (.ods)");
    if (zipped.has("xl/workbook.bin"))
        return refused(
            language, "buku kerja biner Excel (.xlsb)", "a binary Excel workbook (.xlsb)");
    if (zipped.has("word/document.xml"))
        return refused(language, "dokumen Word (.docx)", "a Word document (.docx)");
    if (!zipped.has("[Content_Types].xml"))
        return refused(language, "berkas ZIP, bukan buku kerja", "a ZIP and no workbook");
    return TableKind::Workbook;
}

bool isMarkup(std::string_view bytes)
{
    constexpr std::size_t enough = 64;
    std::string begin;
    for (const char c : bytes.substr(0, std::size_t{4} * enough)) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        const bool mark = static_cast<unsigned char>(c) >= 0xbb; // bytes of a BOM
        if (c != '\0' && !(begin.empty() && (space || mark)) && begin.size() < enough)
            begin += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return std::any_of(
        markup.begin(), markup.end(), [&](std::string_view tag) { return begin.starts_with(tag); });
}

} // namespace

Result<TableKind> tableKindOf(BytesView file, pledge::Language language)
{
    const std::string_view bytes = base::asText(file);
    if (bytes.empty())
        return fail(Error::Kind::Invalid,
            said(language, "Berkas ini kosong; pilih berkas daftar peserta.",
                "This file is empty; choose the file of the roster."));
    if (bytes.starts_with(compoundFile))
        return refusedCompound(bytes, language);
    if (bytes.starts_with(zip))
        return kindOfZip(file, language);
    for (const Other& other : others) {
        if (bytes.starts_with(other.begins))
            return fail(Error::Kind::Invalid,
                said(language,
                    "Ini " + std::string(other.indonesian)
                        + ", bukan lembar kerja; minta daftar ini sebagai .xlsx.",
                    "This is " + std::string(other.english)
                        + " and no spreadsheet; ask for the roster as .xlsx."));
    }
    if (isMarkup(bytes))
        return refused(language, "halaman web atau XML yang diberi nama lembar kerja",
            "a web page or XML under the name of a spreadsheet");
    return TableKind::Text;
}

} // namespace ikrar::attendance
