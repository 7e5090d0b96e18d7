#include "pledge/toml_section.h"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace ikrar::pledge {

namespace {

std::string quoted(std::string_view key)
{
    return "`" + std::string(key) + "`";
}

std::string padded(unsigned number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

bool contains(std::string_view set, char c)
{
    return set.find(c) != std::string_view::npos;
}

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

bool isBefore(const toml::source_position& a, const toml::source_position& b)
{
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

/// Reads what stands outside of strings and comments for what toml++ 3.3 must not be given: many
/// dotted keys (it makes a nested table of each and frees them recursively, which exhausts the
/// stack), and anything beyond ASCII (TOML has none there; its tables of spaces run into undefined
/// behaviour, at most of U+00A1 to U+0499 for one). That both see the same strings, a quote is
/// refused where TOML has none, which toml++ notices only later.
class UnquotedScanner
{
public:
    explicit UnquotedScanner(std::string_view text) : m_text(text) { }

    /// The first such place.
    [[nodiscard]] std::optional<TomlProblems::Problem> find();

private:
    static constexpr std::size_t mostDots = 16;

    /// A sentence, empty where there is none; counts the dots of the line.
    [[nodiscard]] std::string_view problemWith(char c, char before);
    /// Over one character, string or comment.
    void advance(char c);
    void skipString();
    void skipComment();
    [[nodiscard]] TomlProblems::Problem here(std::string_view sentence) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_lineBegin = 0;
    std::size_t m_dots = 0;
    toml::source_index m_line = 1;
};

std::optional<TomlProblems::Problem> UnquotedScanner::find()
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (m_text.starts_with(byteOrderMark))
        m_at = byteOrderMark.size();
    char before = '\n'; // the last that is no space
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (const auto sentence = problemWith(c, before); !sentence.empty())
            return here(sentence);
        if (!contains("\r \t", c))
            before = isQuote(c) ? '"' : c;
        advance(c);
    }
    return std::nullopt;
}

std::string_view UnquotedScanner::problemWith(char c, char before)
{
    if (static_cast<unsigned char>(c) >= 0x80)
        return "a letter, sign or space that is not ASCII stands outside of quotes";
    const bool belongs
        = isQuote(c) ? contains("\n=.,[{", before) : before != '"' || contains("\r\n=.,]}# \t", c);
    if (!belongs)
        return "a quote stands beside what it does not belong to";
    if (isQuote(c) && before != '=' && m_text.substr(m_at).starts_with(std::string(3, c)))
        return "a text of several lines stands after an equals sign only";
    if (c == '.' && ++m_dots > mostDots)
        return "too many dotted keys in one line: write them as tables";
    if (c == '\n')
        m_dots = 0;
    return {};
}

void UnquotedScanner::advance(char c)
{
    if (isQuote(c)) {
        skipString();
    } else if (c == '#') {
        skipComment();
    } else {
        ++m_at;
    }
    if (c == '\n') {
        ++m_line;
        m_lineBegin = m_at;
    }
}

TomlProblems::Problem UnquotedScanner::here(std::string_view sentence) const
{
    return {
        {m_line, static_cast<toml::source_index>(m_at - m_lineBegin + 1)}, std::string(sentence)};
}

void UnquotedScanner::skipString()
{
    const char quote = m_text[m_at];
    const std::string fence(3, quote);
    const bool multiLine = m_text.substr(m_at).starts_with(fence);
    const std::string_view end
        = multiLine ? std::string_view(fence) : std::string_view(fence).substr(0, 1);
    const auto begin = m_at;
    m_at += end.size();
    while (m_at < m_text.size() && !m_text.substr(m_at).starts_with(end)) {
        if (!multiLine && m_text[m_at] == '\n')
            return; // an error that the parser names
        m_at += quote == '"' && m_text[m_at] == '\\' ? 2U : 1U;
    }
    m_at = std::min(m_at + end.size(), m_text.size());
    while (multiLine && m_at < m_text.size() && m_text[m_at] == quote)
        ++m_at; // up to two quotes may stand before the fence
    const auto string = m_text.substr(begin, m_at - begin);
    m_line += static_cast<toml::source_index>(std::count(string.begin(), string.end(), '\n'));
    if (const auto last = string.rfind('\n'); last != std::string_view::npos)
        m_lineBegin = begin + last + 1;
}

void UnquotedScanner::skipComment()
{
    m_at = std::min(m_text.find('\n', m_at), m_text.size());
}

} // namespace

void TomlProblems::add(const toml::source_position& at, std::string_view sentence)
{
    if (!m_first || isBefore(at, m_first->at))
        m_first = Problem{at, std::string(sentence)};
}

Error TomlProblems::error() const
{
    assert(m_first);
    return {Error::Kind::Invalid,
        "line " + std::to_string(m_first->at.line) + ", column "
            + std::to_string(m_first->at.column) + ": " + m_first->sentence};
}

Result<toml::table> parseToml(std::string_view text)
{
    TomlProblems problems;
    if (const auto problem = UnquotedScanner(text).find()) {
        problems.add(problem->at, problem->sentence);
        return tl::unexpected(problems.error());
    }
    toml::parse_result result = toml::parse(text);
    if (result)
        return std::move(result).table();
    problems.add(result.error().source().begin, result.error().description());
    return tl::unexpected(problems.error());
}

TomlSection::TomlSection(const toml::table* table, std::string name, TomlProblems& problems)
    : m_table(table)
    , m_name(std::move(name))
    , m_problems(problems)
{
}

toml::source_position TomlSection::begin() const
{
    const auto at = m_table->source().begin;
    return at ? at : toml::source_position{1, 1};
}

const toml::node* TomlSection::find(std::string_view key, Presence presence)
{
    m_asked.emplace(key);
    if (m_table == nullptr)
        return nullptr;
    const toml::node* node = m_table->get(key);
    if (node == nullptr && presence == Presence::Required)
        complain(key, "add " + quoted(key) + " to " + m_name);
    return node;
}

void TomlSection::complain(std::string_view key, std::string_view sentence)
{
    const toml::node* node = m_table == nullptr ? nullptr : m_table->get(key);
    if (node != nullptr)
        m_problems.add(node->source().begin, sentence);
    else if (m_table != nullptr)
        m_problems.add(begin(), sentence);
}

std::string TomlSection::string(std::string_view key, Presence presence, Lines lines)
{
    const toml::node* node = find(key, presence);
    if (node == nullptr)
        return {};
    const auto* value = node->as_string();
    if (value == nullptr) {
        complain(key, quoted(key) + " is text: write it in quotes");
        return {};
    }
    const std::string& text = value->get();
    if (!isPlainText(text, lines))
        complain(key, "take the line breaks and control characters out of " + quoted(key));
    else if (presence == Presence::Required && isBlank(text))
        complain(key, quoted(key) + " is empty: fill it in");
    return text;
}

bool TomlSection::boolean(std::string_view key)
{
    const toml::node* node = find(key, Presence::Optional);
    if (node == nullptr)
        return false;
    const auto* value = node->as_boolean();
    if (value == nullptr)
        complain(key, quoted(key) + " is true or false, without quotes");
    return value != nullptr && value->get();
}

std::string TomlSection::date(std::string_view key)
{
    const toml::node* node = find(key, Presence::Optional);
    if (node == nullptr)
        return {};
    const auto* value = node->as_date();
    if (value == nullptr) {
        complain(key,
            quoted(key)
                + " is a date such as 2024-11-27, without quotes: leave it out when it is not "
                  "known");
        return {};
    }
    const toml::date& date = value->get();
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::string TomlSection::time(std::string_view key)
{
    const toml::node* node = find(key, Presence::Optional);
    if (node == nullptr)
        return {};
    const auto* value = node->as_time();
    if (value == nullptr || value->get().second != 0 || value->get().nanosecond != 0) {
        complain(key,
            quoted(key)
                + " is a time such as 08:30:00, without quotes: leave it out when it is not known");
        return {};
    }
    return padded(value->get().hour, 2) + ":" + padded(value->get().minute, 2);
}

TomlSection TomlSection::section(std::string_view key, Presence presence)
{
    const toml::node* node = find(key, presence);
    const toml::table* table = node == nullptr ? nullptr : node->as_table();
    if (node != nullptr && table == nullptr)
        complain(key, quoted(key) + " is a table: write [" + std::string(key) + "] or { ... }");
    return {table, quoted(key), m_problems};
}

const toml::array* TomlSection::array(std::string_view key, Presence presence)
{
    const toml::node* node = find(key, presence);
    if (node == nullptr)
        return nullptr;
    const toml::array* values = node->as_array();
    if (values == nullptr)
        complain(key, quoted(key) + " is a list");
    else if (values->empty() && presence == Presence::Required)
        complain(key, quoted(key) + " is empty: it needs one at least");
    return values;
}

void TomlSection::eachString(std::string_view key, Presence presence,
    const std::function<void(const std::string&, const toml::source_position&)>& read)
{
    const toml::array* values = array(key, presence);
    if (values == nullptr)
        return;
    for (const toml::node& node : *values) {
        if (const auto* value = node.as_string())
            read(value->get(), node.source().begin);
        else
            m_problems.add(node.source().begin, quoted(key) + " holds text: write it in quotes");
    }
}

void TomlSection::eachSection(
    std::string_view key, Presence presence, const std::function<void(TomlSection&)>& read)
{
    const toml::array* values = array(key, presence);
    if (values == nullptr)
        return;
    for (const toml::node& node : *values) {
        if (!node.is_table()) {
            m_problems.add(node.source().begin,
                quoted(key) + " holds tables: write [[" + std::string(key) + "]] or { ... }");
            continue;
        }
        TomlSection section(node.as_table(), "this one of " + quoted(key), m_problems);
        read(section);
        section.refuseOtherKeys();
    }
}

void TomlSection::refuseOtherKeys()
{
    if (m_table == nullptr)
        return;
    for (const auto& [key, node] : *m_table)
        if (m_asked.find(key.str()) == m_asked.end())
            m_problems.add(key.source().begin,
                quoted(key.str()) + " is not a key of " + m_name + ": correct or remove it");
}

} // namespace ikrar::pledge
