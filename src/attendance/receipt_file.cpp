#include "attendance/receipt_file.h"

#include "qr/decode.h"
#include "receipt/receipt.h"

#include <QImageReader>

namespace ikrar::attendance {

namespace {

constexpr std::size_t maxTextFile = std::size_t{64} * 1024;
constexpr int maxPictureSide = 8192;
constexpr std::string_view proofHeader = "c2sp.org/tlog-proof@";

Result<std::string> readPicture(const base::Path& path)
{
    QImageReader reader(QString::fromStdString(path.string()));
    reader.setAutoTransform(true);
    if (const QSize size = reader.size();
        size.width() > maxPictureSide || size.height() > maxPictureSide)
        reader.setScaledSize(size.scaled(maxPictureSide, maxPictureSide, Qt::KeepAspectRatio));
    const QImage grey = reader.read().convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull())
        return fail(
            Error::Kind::Malformed, path.string() + ": " + reader.errorString().toStdString());
    auto text = qr::decode(
        {grey.constBits(), grey.width(), grey.height(), static_cast<int>(grey.bytesPerLine()), 1});
    if (!text)
        return fail(Error::Kind::Malformed,
            path.string()
                + ": no QR receipt can be read in this picture. Take it straight "
                  "from the front, in focus, without reflections.");
    return text;
}

Result<std::string> fromProof(std::string_view file, const tlog::Policy* policy)
{
    if (policy == nullptr)
        return fail(Error::Kind::Invalid, "A tlog-proof file needs --policy to be read.");
    const auto proof = tlog::TlogProof::parse(file);
    if (!proof)
        return tl::unexpected(proof.error());
    const auto receipt = receipt::fromTlogProof(*proof, *policy);
    if (!receipt)
        return tl::unexpected(receipt.error());
    return receipt::toText(*receipt, "");
}

} // namespace

Result<std::string> readReceiptFile(const base::Path& path, const tlog::Policy* policy)
{
    if (!QImageReader::imageFormat(QString::fromStdString(path.string())).isEmpty())
        return readPicture(path);
    const auto bytes = base::readFile(path, maxTextFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string_view content = base::asText(*bytes);
    if (content.starts_with(proofHeader))
        return fromProof(content, policy);
    return std::string(content);
}

} // namespace ikrar::attendance
