// The parts of an XLSX workbook. A ZIP's checksums would hide them from a fuzzer, so they are put
// into a sound package here: the input is the shared strings, a NUL, and the sheet.
#include "fuzz/roster.h"

#include <zip.h>

#include <array>
#include <cstring>
#include <string>

using namespace ikrar;

namespace {

using fuzz::ensure;

constexpr const char* relations
    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationships(std::string_view first, std::string_view target, std::string_view more)
{
    return R"(<Relationships><Relationship Id="r1" Type=")" + std::string(relations) + "/"
        + std::string(first) + R"(" Target=")" + std::string(target) + R"("/>)" + std::string(more)
        + "</Relationships>";
}

void add(zip_t* zip, const char* name, std::string_view content)
{
    zip_source_t* source = zip_source_buffer(zip, content.data(), content.size(), 0);
    const auto index = zip_file_add(zip, name, source, 0);
    ensure(index >= 0, "a part is added");
    ensure(zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) == 0,
        "a part is stored");
}

Bytes package(std::string_view strings, std::string_view sheet)
{
    const std::string root = relationships("officeDocument", "xl/workbook.xml", "");
    const std::string workbook = relationships("worksheet", "sheet.xml",
        R"(<Relationship Id="r2" Type=")" + std::string(relations)
            + R"(/sharedStrings" Target="strings.xml"/>)");
    const std::string sheets = R"(<workbook xmlns:r=")" + std::string(relations)
        + R"("><sheets><sheet name="Satu" r:id="r1"/></sheets></workbook>)";
    zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(buffer);
    zip_t* zip = zip_open_from_source(buffer, ZIP_TRUNCATE, nullptr);
    ensure(zip != nullptr, "a package is made");
    add(zip, "[Content_Types].xml", "<Types/>");
    add(zip, "_rels/.rels", root);
    add(zip, "xl/workbook.xml", sheets);
    add(zip, "xl/_rels/workbook.xml.rels", workbook);
    add(zip, "xl/strings.xml", strings);
    add(zip, "xl/sheet.xml", sheet);
    ensure(zip_close(zip) == 0, "a package is closed");
    ensure(zip_source_open(buffer) == 0, "a package is read");
    Bytes bytes;
    std::array<std::uint8_t, 4096> chunk{};
    for (zip_int64_t read = 0; (read = zip_source_read(buffer, chunk.data(), chunk.size())) > 0;)
        bytes.insert(bytes.end(), chunk.begin(), chunk.begin() + read);
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = base::asText({data, size});
    const std::size_t end = std::min(input.find('\0'), input.size());
    fuzz::readRoster(package(input.substr(0, end), input.substr(std::min(end + 1, input.size()))));
    return 0;
}
