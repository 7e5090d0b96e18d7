#include "attendance/roster_category.h"

#include <QString>

#include <array>
#include <map>

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

std::string wordsOf(std::string_view text)
{
    QString words;
    for (const QChar c :
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded())
        words += c.isLetterOrNumber() ? c : QChar(u' ');
    return words.simplified().toStdString();
}

std::map<std::string, Category> makeNames()
{
    std::map<std::string, Category> names;
    for (const Category category : pledge::allCategories()) {
        names.emplace(wordsOf(code(category)), category);
        names.emplace(wordsOf(label(category)), category);
    }
    for (const Words& each : usual)
        names.emplace(each.words, each.category);
    return names;
}

} // namespace

std::optional<Category> categoryFromWords(const std::string& text)
{
    static const std::map<std::string, Category> names = makeNames();
    const auto found = names.find(wordsOf(text));
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

} // namespace ikrar::attendance
