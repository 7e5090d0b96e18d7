#include "attendance/roster_category.h"

#include <QString>

#include <algorithm>
#include <array>

namespace ikrar::attendance {

namespace {

using pledge::Category;

struct Words {
    std::string_view words;
    Category category;
};

constexpr std::array usual{
    Words{"calon pns", Category::Cpns},
    Words{"pegawai negeri sipil", Category::Pns},
    Words{"p3k", Category::Pppk},
    Words{"pppk penuh waktu", Category::Pppk},
    Words{"p3k paruh waktu", Category::PppkParuhWaktu},
    Words{"pppk pw", Category::PppkParuhWaktu},
    Words{"paruh waktu", Category::PppkParuhWaktu},
    Words{"nonasn", Category::NonAsn},
    Words{"non pns", Category::NonAsn},
    Words{"honorer", Category::NonAsn},
    Words{"tenaga honorer", Category::NonAsn},
    Words{"honor", Category::NonAsn},
    Words{"ppnpn", Category::NonAsn},
    Words{"thl", Category::NonAsn},
    Words{"ptt", Category::NonAsn},
    Words{"gtt", Category::NonAsn},
    Words{"tenaga kontrak", Category::NonAsn},
    Words{"kontrak", Category::NonAsn},
    Words{"kades", Category::KepalaDesa},
    Words{"aparat desa", Category::PerangkatDesa},
    Words{"aparatur desa", Category::PerangkatDesa},
    Words{"anggota bpd", Category::Bpd},
    Words{"badan permusyawaratan desa", Category::Bpd},
    Words{"anggota tni", Category::Tni},
    Words{"anggota polri", Category::Polri},
    Words{"polisi", Category::Polri},
};

std::string wordsOf(const QString& text)
{
    QString words;
    for (const QChar c : text.toCaseFolded())
        words += c.isLetterOrNumber() ? c : QChar(u' ');
    return words.simplified().toStdString();
}

std::string wordsOf(std::string_view text)
{
    return wordsOf(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

std::optional<Category> categoryFromWords(const std::string& text)
{
    const std::string words = wordsOf(text);
    for (const Category category : pledge::allCategories()) {
        if (words == wordsOf(code(category)) || words == wordsOf(label(category)))
            return category;
    }
    const auto* const found = std::find_if(
        usual.begin(), usual.end(), [&](const Words& each) { return each.words == words; });
    return found == usual.end() ? std::nullopt : std::optional(found->category);
}

} // namespace ikrar::attendance
