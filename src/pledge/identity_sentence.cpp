#include "pledge/identity.h"
#include "pledge/identity_rules.h"

#include <array>

namespace ikrar::pledge {

namespace {

using Cause = IdentityProblem::Cause;

/// What the digits begin..end of a number mean, as the sentence about them says it.
struct Part {
    IdentityKind kind;
    std::size_t begin;
    std::size_t end;
    std::string_view indonesian;
    std::string_view english;
};

constexpr std::array parts{
    Part{IdentityKind::Nip, 0, 4, "Tahun lahir pada angka ke-1–4 perlu diperiksa.",
        "Please check the year of birth in digits 1–4."},
    Part{IdentityKind::Nip, 4, 6, "Bulan lahir pada angka ke-5–6 perlu diperiksa.",
        "Please check the month of birth in digits 5–6."},
    Part{IdentityKind::Nip, 6, 8, "Tanggal lahir pada angka ke-7–8 perlu diperiksa.",
        "Please check the day of birth in digits 7–8."},
    Part{IdentityKind::Nip, 8, 12, "Tahun pengangkatan pada angka ke-9–12 perlu diperiksa.",
        "Please check the year of appointment in digits 9–12."},
    Part{IdentityKind::Nip, 12, 14,
        "Angka ke-13–14 perlu diperiksa: 01–12 untuk PNS, 21–29 untuk PPPK.",
        "Please check digits 13–14: 01–12 for PNS, 21–29 for PPPK."},
    Part{IdentityKind::Nip, 14, 15,
        "Angka ke-15 perlu diperiksa: 1 untuk laki-laki, 2 untuk perempuan.",
        "Please check digit 15: 1 for a man, 2 for a woman."},
    Part{IdentityKind::Nip, 15, 18,
        "Nomor urut pada angka ke-16–18 perlu diperiksa: mulai dari 001.",
        "Please check the serial in digits 16–18: it starts at 001."},
    Part{IdentityKind::Nik, 0, 6, "Kode wilayah pada angka ke-1–6 perlu diperiksa.",
        "Please check the region code in digits 1–6."},
    Part{IdentityKind::Nik, 6, 8, "Tanggal lahir pada angka ke-7–8 perlu diperiksa.",
        "Please check the day of birth in digits 7–8."},
    Part{IdentityKind::Nik, 8, 10, "Bulan lahir pada angka ke-9–10 perlu diperiksa.",
        "Please check the month of birth in digits 9–10."},
    Part{IdentityKind::Nik, 10, 12, "Tahun lahir pada angka ke-11–12 perlu diperiksa.",
        "Please check the year of birth in digits 11–12."},
    Part{IdentityKind::Nik, 12, 16,
        "Nomor urut pada angka ke-13–16 perlu diperiksa: mulai dari 0001.",
        "Please check the serial in digits 13–16: it starts at 0001."},
};

struct Wording {
    IdentityKind kind;
    std::string_view name; ///< in both languages
    std::string_view length; ///< `18 angka`
    std::string_view englishLength;
    std::string_view charactersIndonesian;
    std::string_view charactersEnglish;
};

constexpr std::array wordings{
    Wording{IdentityKind::Nip, "NIP", "18 angka", "18 digits", "angka", "digits"},
    Wording{IdentityKind::Nik, "NIK", "16 angka", "16 digits", "angka", "digits"},
    Wording{IdentityKind::Nrp, "NRP", "5–20 karakter", "5–20 characters",
        "huruf, angka, dan garis miring", "letters, digits and slashes"},
    Wording{IdentityKind::Nipd, "NIPD", "paling banyak 32 karakter", "at most 32 characters",
        "huruf, angka, dan tanda baca", "letters, digits and punctuation"},
    Wording{IdentityKind::Nama, "Nama", "paling banyak 100 karakter", "at most 100 characters",
        "huruf, angka, dan tanda baca", "letters, digits and punctuation"},
};

const Wording& wordingOf(IdentityKind kind)
{
    return wordings.at(static_cast<std::size_t>(kind));
}

std::string join(std::initializer_list<std::string_view> pieces)
{
    std::string text;
    for (const auto piece : pieces)
        text += piece;
    return text;
}

std::string nameOf(const Wording& wording, Language language)
{
    if (wording.kind == IdentityKind::Nama && language == Language::English)
        return "name";
    return std::string(wording.name);
}

std::string aboutCharacters(const Wording& wording, std::size_t position, Language language)
{
    const std::string place = std::to_string(position + 1);
    if (language == Language::Indonesian)
        return join({"Karakter ke-", place, " perlu diperiksa: ", wording.name, " berisi ",
            wording.charactersIndonesian, "."});
    return join({"Please check character ", place, ": a ", nameOf(wording, language), " holds ",
        wording.charactersEnglish, "."});
}

std::string aboutLength(const Wording& wording, Language language)
{
    if (language == Language::Indonesian)
        return join({wording.name, " terdiri atas ", wording.length, "; mohon diperiksa."});
    return join(
        {"A ", nameOf(wording, language), " has ", wording.englishLength, "; please check."});
}

std::string aboutMissing(const Wording& wording, std::size_t missing, Language language)
{
    const std::string count = std::to_string(missing);
    if (language == Language::Indonesian)
        return join({wording.name, " terdiri atas ", wording.length, ": tambahkan ", count,
            " angka lagi."});
    return join(
        {"A ", wording.name, " has ", wording.englishLength, ": please add ", count, " more."});
}

std::string aboutEmpty(const Wording& wording, Language language)
{
    if (language == Language::English)
        return "Please enter the " + nameOf(wording, language) + ".";
    return wording.kind == IdentityKind::Nama ? "Silakan isi nama Anda."
                                              : join({"Silakan isi ", wording.name, " Anda."});
}

std::string aboutTooShort(const Wording& wording, std::size_t typed, Language language)
{
    if (wording.kind == IdentityKind::Nip)
        return aboutMissing(wording, nipDigits - typed, language);
    if (wording.kind == IdentityKind::Nik)
        return aboutMissing(wording, nikDigits - typed, language);
    return aboutLength(wording, language);
}

std::string aboutPart(IdentityKind kind, std::size_t position, Language language)
{
    for (const Part& part : parts)
        if (part.kind == kind && position >= part.begin && position < part.end)
            return std::string(language == Language::Indonesian ? part.indonesian : part.english);
    return aboutLength(wordingOf(kind), language);
}

} // namespace

std::string IdentityProblem::sentence(IdentityKind kind, Language language) const
{
    const Wording& wording = wordingOf(kind);
    switch (cause) {
    case Cause::Empty:
        return aboutEmpty(wording, language);
    case Cause::NotDigits:
    case Cause::Characters:
        return aboutCharacters(wording, position, language);
    case Cause::TooShort:
        return aboutTooShort(wording, position, language);
    case Cause::TooLong:
        return aboutLength(wording, language);
    case Cause::BirthDate:
    case Cause::AppointmentMonth:
    case Cause::AppointmentYear:
    case Cause::Sex:
    case Cause::Serial:
    case Cause::Region:
        return aboutPart(kind, position, language);
    }
    return aboutLength(wording, language);
}

} // namespace ikrar::pledge
