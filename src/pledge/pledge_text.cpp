#include "pledge/pledge_text.h"

#include "pledge/ceremony_rules.h"

#include <algorithm>
#include <cstdint>
#include <sstream>

namespace ikrar::pledge {

namespace {

void replaceAll(std::string& text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

/// What is left are line feeds and spaces between words.
std::string uniform(std::string text)
{
    replaceAll(text, "\r\n", "\n");
    for (const std::string_view ending :
        {"\r", "\f", "\v", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xC2\x85"})
        replaceAll(text, ending, "\n");
    for (const std::string_view space : {"\t", "\xC2\xA0"})
        replaceAll(text, space, " ");
    // NOLINTBEGIN(misc-misleading-bidirectional): they are what is taken out
    for (const std::string_view nothing :
        {"\xEF\xBB\xBF", "\xC2\xAD", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
            "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"})
        replaceAll(text, nothing, "");
    // NOLINTEND(misc-misleading-bidirectional)
    text.erase(std::remove_if(text.begin(), text.end(),
                   [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; }),
        text.end());
    return text;
}

/// Words with one space between.
std::string trimmed(const std::string& line)
{
    std::istringstream words(line);
    std::string out;
    for (std::string word; words >> word;)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// How long the sign is that begins a clause, with the space behind it; 0: none.
std::size_t signLength(std::string_view line)
{
    for (const std::string_view dash : {"- ", "* ", "\xE2\x80\xA2 ", "\xE2\x80\x93 "})
        if (line.starts_with(dash))
            return dash.size();
    std::size_t at = line.starts_with('(') ? 1 : 0;
    const std::size_t begin = at;
    while (at < line.size() && isDigit(line[at]) && at - begin < 2)
        ++at;
    if (at == begin && at < line.size() && line[at] >= 'a' && line[at] <= 'z')
        ++at;
    if (at == begin || at >= line.size() || (line[at] != '.' && line[at] != ')'))
        return 0;
    ++at;
    return at < line.size() && line[at] == ' ' ? at + 1 : 0;
}

std::vector<std::string> linesOf(std::string_view pasted)
{
    std::vector<std::string> lines;
    std::istringstream in(uniform(std::string(pasted)));
    for (std::string line; std::getline(in, line);)
        lines.push_back(trimmed(line));
    return lines;
}

Clause clauseOf(const std::string& full)
{
    return {{shortForm(full), {}}, {full, {}}};
}

void goOn(std::string& text, const std::string& line, bool afterEmpty)
{
    text += (text.empty() ? "" : afterEmpty ? "\n" : " ") + line;
}

PledgeText splitSigned(const std::vector<std::string>& lines)
{
    PledgeText made;
    std::vector<std::string> clauses;
    bool afterEmpty = false;
    for (const std::string& line : lines) {
        const std::size_t sign = signLength(line);
        if (sign > 0)
            clauses.push_back(line.substr(sign));
        else if (!line.empty())
            goOn(clauses.empty() ? made.opening : clauses.back(), line, afterEmpty);
        afterEmpty = line.empty();
    }
    for (const std::string& clause : clauses)
        made.clauses.push_back(clauseOf(clause));
    return made;
}

/// By lines, or by paragraphs where empty lines part them.
std::vector<std::string> partsOf(const std::vector<std::string>& lines)
{
    const auto last = std::find_if(
        lines.rbegin(), lines.rend(), [](const std::string& line) { return !line.empty(); });
    const auto first = std::find_if(
        lines.begin(), lines.end(), [](const std::string& line) { return !line.empty(); });
    const bool paragraphs
        = first != lines.end() && std::find(first, last.base(), std::string()) != last.base();
    std::vector<std::string> parts;
    bool isNew = true;
    for (const std::string& line : lines) {
        if (line.empty()) {
            isNew = true;
            continue;
        }
        if (isNew || !paragraphs)
            parts.emplace_back();
        goOn(parts.back(), line, false);
        isNew = false;
    }
    return parts;
}

PledgeText splitPlain(const std::vector<std::string>& lines)
{
    PledgeText made;
    std::vector<std::string> parts = partsOf(lines);
    if (parts.size() > 1 && parts.front().ends_with(':')) {
        made.opening = parts.front();
        parts.erase(parts.begin());
    }
    for (const std::string& part : parts)
        made.clauses.push_back(clauseOf(part));
    return made;
}

} // namespace

PledgeText splitPledge(std::string_view pasted)
{
    const auto lines = linesOf(pasted);
    const bool isSigned = std::any_of(
        lines.begin(), lines.end(), [](const std::string& line) { return signLength(line) > 0; });
    return isSigned ? splitSigned(lines) : splitPlain(lines);
}

std::string shortForm(const std::string& full)
{
    std::string line = full.substr(0, full.find('\n'));
    while (!line.empty() && (line.back() == '.' || line.back() == ';'))
        line.pop_back();
    if (isShortClause(line))
        return line;
    if (std::string sentence = line.substr(0, line.find(". ")); isShortClause(sentence))
        return sentence;
    const std::string more = "…";
    while (!line.empty() && !isShortClause(line + more)) {
        const auto space = line.rfind(' ');
        line.resize(space == std::string::npos ? 0 : space);
    }
    return line.empty() ? line : line + more;
}

} // namespace ikrar::pledge
