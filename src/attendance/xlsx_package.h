#pragma once

#include "base/bytes.h"
#include "pledge/identity.h"

#include <QXmlStreamReader>

#include <memory>

namespace ikrar::attendance {

/// What is unpacked of one workbook, at most.
constexpr std::uint64_t maxUnpackedWorkbook = std::uint64_t{256} * 1024 * 1024;

class PartDevice; ///< a part as it is unpacked

/// An XML part of a package, read forward. Every bound that a hostile file could try holds: the
/// size unpacked, how long one text is, how deep elements nest; document types, entities of one's
/// own, comments and other encodings than UTF-8 are refused, since no spreadsheet writes them.
class XmlPart
{
public:
    explicit XmlPart(std::unique_ptr<PartDevice> device);
    XmlPart(const XmlPart&) = delete;
    XmlPart& operator=(const XmlPart&) = delete;
    XmlPart(XmlPart&&) = delete;
    XmlPart& operator=(XmlPart&&) = delete;
    ~XmlPart();

    /// Goes to the next child of the element that was entered last; false at that element's end,
    /// and when the part can be read no further.
    [[nodiscard]] bool child();
    /// The name of the child, without its namespace.
    [[nodiscard]] bool is(QLatin1String name) const { return m_reader.name() == name; }
    /// The attribute of this name without its namespace; empty when there is none.
    [[nodiscard]] QString attribute(QLatin1String name) const;
    /// The relationship that the child names: its attribute `id` that has a namespace.
    [[nodiscard]] QString relationship() const;
    /// Leaves the child with all below it.
    void skip();
    /// Leaves the child with the text that stands in it directly.
    [[nodiscard]] QString text();

    /// Bytes unpacked so far.
    [[nodiscard]] std::uint64_t position() const;
    /// Reads to the end, where the checksum is held against what was read. Errors: Malformed or
    /// TooLarge, with what the file did wrong.
    [[nodiscard]] Result<void> finish();

private:
    std::unique_ptr<PartDevice> m_device;
    QXmlStreamReader m_reader;
    bool m_begun = false;
};

/// An Office Open XML package (ECMA-376 part 2) in memory, read through libzip; nothing is ever
/// unpacked to a disk, and a part's name is only looked up.
class XlsxPackage
{
public:
    /// The bytes must outlive it. Errors: Malformed for what is no ZIP.
    [[nodiscard]] static Result<std::unique_ptr<XlsxPackage>> open(BytesView file);
    XlsxPackage(const XlsxPackage&) = delete;
    XlsxPackage& operator=(const XlsxPackage&) = delete;
    XlsxPackage(XlsxPackage&&) = delete;
    XlsxPackage& operator=(XlsxPackage&&) = delete;
    ~XlsxPackage();

    [[nodiscard]] bool has(const std::string& name) const;
    /// The first bytes of a part, empty when there is none.
    [[nodiscard]] std::string beginning(const std::string& name) const;
    /// The size of a part as the package claims it, 0 when there is none.
    [[nodiscard]] std::uint64_t size(const std::string& name) const;
    /// Errors: Missing, Malformed.
    [[nodiscard]] Result<std::unique_ptr<XmlPart>> part(const std::string& name);

    /// Where a relationship of the part `from` leads, by its id or by the last word of its type
    /// (`worksheet`); `from` empty: the package's own. Only parts of the package are given.
    struct Relationship {
        std::string id;
        std::string type; ///< last word
        std::string target; ///< name of a part
    };
    [[nodiscard]] Result<std::vector<Relationship>> relationships(const std::string& from);

private:
    struct Archive;
    explicit XlsxPackage(std::unique_ptr<Archive> archive);
    std::unique_ptr<Archive> m_archive;
    std::uint64_t m_unpacked = 0; ///< by all parts
};

} // namespace ikrar::attendance
