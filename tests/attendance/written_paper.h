#pragma once

#include "application.h"
#include "attendance/delivery.h"
#include "temporary_directory.h"

#include <QGuiApplication>
#include <QImage>

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace ikrar::tests {

/// Papers want fonts, for as long as the process lives.
inline void ensureFonts()
{
    static std::array<char, 5> name{"test"};
    static std::array<char, 10> option{"-platform"};
    static std::array<char, 10> platform{"offscreen"};
    static std::array<char*, 4> words{name.data(), option.data(), platform.data(), nullptr};
    static int count = 3;
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr)
        return;
    application().reset(); // there is one at a time
    application() = std::make_unique<QGuiApplication>(count, words.data());
}

/// What a command of poppler or zbar says.
inline std::string said(const std::string& command)
{
    std::string all;
    FILE* pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): our own words
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> part{};
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), pipe))
        all.append(part.data(), got);
    REQUIRE(pclose(pipe) == 0);
    return all;
}

/// A paper as a file, and what others read in it.
class WrittenPaper
{
public:
    explicit WrittenPaper(const std::function<Result<void>(attendance::Sink&)>& write)
        : m_pdf(m_directory / "paper.pdf")
    {
        ensureFonts();
        auto delivery = attendance::Delivery::begin(
            base::systemFiles(), m_pdf, attendance::Delivery::Existing::Refuse)
                            .value();
        const auto written = write(*delivery);
        if (!written)
            FAIL(written.error().what);
        REQUIRE(delivery->finish().has_value());
    }

    /// Of each page, by pdftotext.
    [[nodiscard]] std::vector<std::string> pages() const
    {
        std::vector<std::string> all;
        const std::string text = said("pdftotext -layout " + m_pdf.string() + " -");
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\f', begin), text.size());
            all.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        return all;
    }
    /// Of all of it, in single spaces.
    [[nodiscard]] std::string words() const
    {
        return QString::fromStdString(said("pdftotext " + m_pdf.string() + " -"))
            .simplified()
            .toStdString();
    }
    /// The codes on all pages, by zbarimg.
    [[nodiscard]] std::vector<std::string> codes() const
    {
        const std::string images = (m_directory / "code").string();
        said("pdftoppm -r 200 -gray -png " + m_pdf.string() + " " + images);
        const std::string all = said("zbarimg -q --raw -Sdisable -Sqrcode.enable " + images
            + "*.png 2>/dev/null || true"); // 4: a page without a code
        std::vector<std::string> list;
        for (const QString& line : QString::fromStdString(all).split(u'\n'))
            list.push_back(line.toStdString());
        return list;
    }
    [[nodiscard]] QImage image(int page, int dotsPerInch) const
    {
        const std::string one = (m_directory / "page").string();
        const std::string number = std::to_string(page);
        said("pdftoppm -singlefile -r " + std::to_string(dotsPerInch) + " -f " + number + " -l "
            + number + " -png " + m_pdf.string() + " " + one);
        return QImage(QString::fromStdString(one + ".png"));
    }
    [[nodiscard]] std::string fonts() const { return said("pdffonts " + m_pdf.string()); }
    [[nodiscard]] std::string facts() const { return said("pdfinfo " + m_pdf.string()); }

private:
    TemporaryDirectory m_directory;
    base::Path m_pdf;
};

inline std::size_t countOf(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

inline bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace ikrar::tests
