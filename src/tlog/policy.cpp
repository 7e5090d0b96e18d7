#include "tlog/policy.h"

#include "tlog/text.h"

#include <algorithm>
#include <span>

namespace ikrar::tlog {

namespace {

constexpr std::size_t maxPolicySize = std::size_t{1} << 20U;
constexpr std::size_t maxLines = 4096;
constexpr std::string_view none = "none";
constexpr std::string_view blanks = " \t";

using Words = std::vector<std::string_view>;
using WordsView = std::span<const std::string_view>;

Words wordsOf(std::string_view line)
{
    Words words;
    for (auto at = line.find_first_not_of(blanks); at != std::string_view::npos;) {
        const auto end = std::min(line.find_first_of(blanks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(blanks, end);
    }
    return words;
}

/// Beside newlines; bytes past ASCII are opaque.
bool isPolicyByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7F);
}

Result<VerifierKey> parseKey(std::string_view text, KeyType type)
{
    auto key = VerifierKey::parse(text);
    if (!key)
        return malformed(key.error().what);
    if (key->type != type)
        return malformed("a key of another type than its line needs");
    return key;
}

Result<std::size_t> parseThreshold(std::string_view word, std::size_t members)
{
    if (word == "any")
        return 1;
    if (word == "all")
        return members;
    const auto number = base::parseDecimal(word);
    if (!number || *number == 0 || *number > members)
        return malformed("a threshold is all, any, or 1 to the number of members");
    return static_cast<std::size_t>(*number);
}

std::string withUrl(std::string line, const std::string& url)
{
    if (!url.empty())
        line += " " + url;
    return line + "\n";
}

} // namespace

/// Takes the lines of a policy one by one.
class Policy::Reader
{
public:
    [[nodiscard]] Result<void> line(std::string_view line)
    {
        if (!std::all_of(line.begin(), line.end(), isPolicyByte))
            return malformed("a control character");
        const auto words = wordsOf(line);
        if (words.empty() || words.front().starts_with('#'))
            return {};
        const auto values = WordsView(words).subspan(1);
        if (words.front() == "log")
            return log(values);
        if (words.front() == "witness")
            return witness(values);
        if (words.front() == "group")
            return group(values);
        if (words.front() == "quorum")
            return quorum(values);
        return malformed("neither log, witness, group nor quorum");
    }

    [[nodiscard]] Result<Policy> finish()
    {
        if (!m_hasQuorum)
            return malformed("policy: no quorum line");
        return std::move(m_policy);
    }

private:
    /// `<vkey> [url]`
    Result<void> log(WordsView words)
    {
        if (words.empty() || words.size() > 2)
            return malformed("a log has a key and at most a URL");
        auto key = parseKey(words[0], KeyType::Ed25519);
        if (!key)
            return tl::unexpected(key.error());
        for (const auto& other : m_policy.m_logs)
            if (other.key.key == key->key || other.key.name == key->name)
                return malformed("a log that stands here already");
        m_policy.m_logs.push_back({std::move(*key), urlFrom(words.subspan(1))});
        return {};
    }

    /// `<name> <vkey> [url]`
    Result<void> witness(WordsView words)
    {
        if (words.size() < 2 || words.size() > 3)
            return malformed("a witness has a name, a key and at most a URL");
        auto key = parseKey(words[1], KeyType::CosignatureV1);
        if (!key)
            return tl::unexpected(key.error());
        for (const auto& other : m_policy.m_witnesses)
            if (other.key.key == key->key)
                return malformed("a witness key that stands here already");
        if (auto defined = define(words[0]); !defined)
            return defined;
        m_policy.m_witnesses.push_back(
            {std::string(words[0]), std::move(*key), urlFrom(words.subspan(2))});
        return {};
    }

    /// `<name> all|any|<k> <names>...`
    Result<void> group(WordsView words)
    {
        if (words.size() < 3)
            return malformed("a group has a name, a threshold and members");
        const auto members = words.subspan(2);
        const auto threshold = parseThreshold(words[1], members.size());
        if (!threshold)
            return tl::unexpected(threshold.error());
        for (const auto member : members)
            if (auto taken = takeMember(member); !taken)
                return taken;
        // Only now, so that no group is a member of itself.
        if (auto defined = define(words[0]); !defined)
            return defined;
        m_policy.m_groups.push_back(
            {std::string(words[0]), *threshold, {members.begin(), members.end()}});
        return {};
    }

    /// `<name>|none`
    Result<void> quorum(WordsView words)
    {
        if (m_hasQuorum)
            return malformed("a second quorum line");
        if (words.size() != 1)
            return malformed("a quorum is one name");
        if (words[0] != none) {
            if (!m_names.contains(words[0]))
                return malformed("a quorum that is not defined above");
            m_policy.m_quorum = std::string(words[0]);
        }
        m_hasQuorum = true;
        return {};
    }

    static std::string urlFrom(WordsView words)
    {
        return words.empty() ? std::string() : std::string(words[0]);
    }

    /// Witnesses and groups share their names.
    Result<void> define(std::string_view name)
    {
        if (name == none)
            return malformed("none is no name for a witness or group");
        if (!m_names.emplace(name).second)
            return malformed("a name that stands here already");
        return {};
    }

    /// A name is a member once in the whole policy, so that each witness counts in one way only.
    Result<void> takeMember(std::string_view name)
    {
        if (!m_names.contains(name))
            return malformed("a member that is not defined above");
        if (!m_members.emplace(name).second)
            return malformed("a member that is one already");
        return {};
    }

    Policy m_policy;
    bool m_hasQuorum = false;
    std::set<std::string, std::less<>> m_names;
    std::set<std::string, std::less<>> m_members;
};

Result<Policy> Policy::parse(std::string_view text)
{
    if (text.size() > maxPolicySize)
        return fail(Error::Kind::TooLarge, "policy: over 1 MiB");
    Reader reader;
    std::size_t number = 0;
    while (const auto line = takeLine(text)) {
        if (++number > maxLines)
            return fail(Error::Kind::TooLarge, "policy: over 4,096 lines");
        if (const auto read = reader.line(*line); !read)
            return malformed("policy, line " + std::to_string(number) + ": " + read.error().what);
    }
    if (!text.empty())
        return malformed("policy, line " + std::to_string(number + 1) + ": no newline at its end");
    return reader.finish();
}

std::string Policy::text() const
{
    std::string text;
    for (const auto& log : m_logs)
        text += withUrl("log " + log.key.text(), log.url);
    for (const auto& witness : m_witnesses)
        text += withUrl("witness " + witness.name + " " + witness.key.text(), witness.url);
    for (const auto& group : m_groups) {
        text += "group " + group.name + " " + std::to_string(group.threshold);
        for (const auto& member : group.members)
            text += " " + member;
        text += "\n";
    }
    return text + "quorum " + m_quorum.value_or(std::string(none)) + "\n";
}

Policy Policy::forLog(const VerifierKey& log)
{
    Policy policy;
    policy.m_logs.push_back({log, {}});
    return policy;
}

std::vector<const Policy::Log*> Policy::logsById(KeyId id) const
{
    std::vector<const Log*> found;
    for (const auto& log : m_logs)
        if (log.key.id() == id)
            found.push_back(&log);
    return found;
}

std::vector<const Policy::Witness*> Policy::witnessesById(KeyId id) const
{
    std::vector<const Witness*> found;
    for (const auto& witness : m_witnesses)
        if (witness.key.id() == id)
            found.push_back(&witness);
    return found;
}

const Policy::Log* Policy::logByOrigin(std::string_view origin) const
{
    const auto found = std::find_if(
        m_logs.begin(), m_logs.end(), [origin](const Log& log) { return log.key.name == origin; });
    return found == m_logs.end() ? nullptr : &*found;
}

bool Policy::satisfiedBy(const std::set<std::string>& witnesses) const
{
    if (!m_quorum)
        return true;
    std::set<std::string> reached;
    for (const auto& witness : m_witnesses)
        if (witnesses.contains(witness.name))
            reached.insert(witness.name);
    // A group stands below its members, so one pass decides them all.
    for (const auto& group : m_groups) {
        const auto count = std::count_if(group.members.begin(), group.members.end(),
            [&reached](const std::string& member) { return reached.contains(member); });
        if (static_cast<std::size_t>(count) >= group.threshold)
            reached.insert(group.name);
    }
    return reached.contains(*m_quorum);
}

} // namespace ikrar::tlog
