#include "witness/client.h"

#include <algorithm>

namespace ikrar::witness {

using namespace std::chrono_literals;

namespace {

constexpr auto firstWait = 1s;
constexpr auto longestWait = 60s;
constexpr unsigned mostDoublings = 6;

/// Nothing in what is no 409 as the specification has it.
std::optional<std::uint64_t> sizeOf(const Answer& answer)
{
    if (answer.status != 409 || answer.contentType != sizeType)
        return std::nullopt;
    const auto size = parseSizeBody(answer.body);
    return size ? std::optional(*size) : std::nullopt;
}

} // namespace

struct Client::Asked {
    explicit Asked(tlog::Policy::Witness named) : witness(std::move(named))
    {
        standing.name = witness.name;
    }

    tlog::Policy::Witness witness;
    std::unique_ptr<Connection> connection;
    Standing standing;
    std::uint64_t size = 0; ///< what it is believed to have cosigned last: the next old size
    bool known = false; ///< `size` and standing.size are read from the store
    bool seen = false; ///< it has answered since this client began
    unsigned failures = 0;
    std::chrono::steady_clock::time_point due;
};

std::vector<tlog::Policy::Witness> withAddress(const tlog::Policy& policy)
{
    std::vector<tlog::Policy::Witness> found;
    std::copy_if(policy.witnesses().begin(), policy.witnesses().end(), std::back_inserter(found),
        [](const tlog::Policy::Witness& witness) { return !witness.url.empty(); });
    return found;
}

Client::Client(ledger::Ledger& ledger, const tlog::Policy& policy, Connect connect, Now now)
    : m_ledger(ledger)
    , m_connect(std::move(connect))
    , m_now(std::move(now))
{
    for (tlog::Policy::Witness& witness : withAddress(policy))
        m_witnesses.push_back(std::make_unique<Asked>(std::move(witness)));
}

Client::~Client() = default;

Result<Round> Client::round()
{
    const auto status = m_ledger.status();
    auto newest = m_ledger.newest();
    if (!status || !newest)
        return tl::unexpected(!status ? status.error() : newest.error());
    // A witness is shown the log's own signature, not those of others.
    newest->note.signatures.resize(1);
    m_round = {};
    m_round.size = newest->checkpoint.size;
    const bool keeps
        = status->stop == ledger::Stop::None || status->stop == ledger::Stop::OpenedForReading;
    std::vector<Asked*> order;
    for (const auto& each : m_witnesses)
        order.push_back(each.get());
    std::stable_sort(order.begin(), order.end(),
        [](const Asked* a, const Asked* b) { return a->failures < b->failures; });
    for (Asked* each : order) {
        if (!keeps || m_round.contradiction)
            break;
        if (auto asked = ask(*each, *newest); !asked)
            return tl::unexpected(asked.error());
    }
    for (const auto& each : m_witnesses) {
        m_round.standings.push_back(each->standing);
        m_round.behind = m_round.behind || each->standing.size < m_round.size;
    }
    return m_round;
}

Result<void> Client::ask(Asked& witness, const Tip& tip)
{
    if (!witness.known) {
        const auto size = m_ledger.cosignedSize(witness.witness.key.id());
        if (!size)
            return tl::unexpected(size.error());
        witness.size = witness.standing.size = *size;
        witness.known = true;
    }
    const bool behind = witness.standing.size < tip.checkpoint.size;
    const bool alone = witness.failures > 0 && m_now() < witness.due;
    if (alone || (witness.seen && !behind))
        return {};
    const auto why = exchange(witness, tip, behind);
    if (!why)
        return tl::unexpected(why.error());
    note(witness, *why);
    return {};
}

Result<Client::Complaint> Client::exchange(Asked& witness, const Tip& tip, bool behind)
{
    if (!witness.connection) {
        auto connection = m_connect(witness.witness.url);
        if (!connection)
            return Complaint(connection.error().what);
        witness.connection = std::move(*connection);
    }
    return behind ? submit(witness, tip, false) : Result<Complaint>(look(witness));
}

Result<Client::Complaint> Client::submit(Asked& witness, const Tip& tip, bool again)
{
    auto proof = m_ledger.consistency(witness.size, tip.checkpoint.size);
    if (!proof)
        return tl::unexpected(proof.error());
    const AddCheckpoint request{witness.size, std::move(*proof), tip.checkpoint, tip.note};
    const auto answer = witness.connection->add(request.text());
    if (!answer)
        return Complaint(answer.error().what);
    if (answer->status == 200)
        return keep(witness, tip, answer->body);
    const auto size = sizeOf(*answer);
    const bool ahead = size && *size > tip.checkpoint.size;
    if (size && !ahead && !again) {
        witness.size = *size;
        return submit(witness, tip, true);
    }
    if (ahead || answer->status == 422)
        static_cast<void>(look(witness));
    return Complaint("answered " + std::to_string(answer->status)
        + (size ? " and that it has " + std::to_string(*size) + " entries" : ""));
}

Result<Client::Complaint> Client::keep(Asked& witness, const Tip& tip, const std::string& lines)
{
    // As c2sp.org/tlog-witness suggests: read as the signatures of the note that was sent.
    const auto note = tlog::Note::parse(tip.note.text + "\n" + lines);
    if (!note)
        return Complaint("answered 200 with what is no signature: " + note.error().what);
    const tlog::VerifierKey& key = witness.witness.key;
    for (const tlog::NoteSignature& signature : note->signatures) {
        const bool itsOwn = signature.name == key.name && signature.id == key.id()
            && tlog::verifyCosignature(tip.checkpoint, signature.bytes, key);
        if (!itsOwn)
            continue;
        const auto added
            = m_ledger.addCosignature(tip.checkpoint.size, {signature.id, signature.bytes});
        if (!added)
            return tl::unexpected(added.error());
        witness.size = witness.standing.size = tip.checkpoint.size;
        m_round.cosigned = true;
        return Complaint();
    }
    return Complaint("answered 200 without its cosignature");
}

/// What the witness holds of this log may prove what it said, or what it did not say.
Client::Complaint Client::look(const Asked& witness)
{
    const auto answer = witness.connection->checkpoint(m_ledger.logKey().name);
    if (!answer)
        return answer.error().what;
    if (answer->status == 404) // nothing of this log, or no such service: neither is required
        return std::nullopt;
    if (answer->status != 200)
        return "answered " + std::to_string(answer->status);
    const auto contradicted = m_ledger.confront(answer->body, witness.witness.name);
    if (!contradicted)
        return "shows what proves nothing: " + contradicted.error().what;
    if (*contradicted)
        m_round.contradiction = Contradiction{answer->body, witness.witness.name};
    return std::nullopt;
}

void Client::note(Asked& witness, const Complaint& why) const
{
    witness.standing.reached = !why;
    witness.standing.warning.clear();
    if (!why) {
        witness.seen = true;
        witness.failures = 0;
        return;
    }
    const auto wait = firstWait * (1U << std::min(witness.failures, mostDoublings));
    witness.due = m_now() + std::min<std::chrono::seconds>(wait, longestWait);
    ++witness.failures;
    witness.standing.warning = "Witness " + witness.witness.name + ": " + *why;
}

namespace {

class HttpConnection final : public Connection
{
public:
    HttpConnection(audit::HttpUrl url, const audit::HttpClient::Options& options)
        : m_client(std::move(url), options)
    {
    }

    Result<Answer> add(const std::string& body) override
    {
        return taken(m_client.post(
            "/add-checkpoint", base::asBytes(body), "text/plain; charset=utf-8", maxAnswer));
    }
    Result<Answer> checkpoint(const std::string& origin) override
    {
        return taken(m_client.get("/" + monitoringPath(origin), maxAnswer));
    }

private:
    static constexpr std::size_t maxAnswer = tlog::maxNoteSize;

    static Result<Answer> taken(const Result<audit::HttpAnswer>& answer)
    {
        return answer.map([](const audit::HttpAnswer& got) {
            return Answer{got.status, std::string(base::asText(got.body)), got.contentType};
        });
    }

    audit::HttpClient m_client;
};

} // namespace

audit::HttpClient::Options patience()
{
    audit::HttpClient::Options options;
    options.connect = 2s;
    options.whole = 5s;
    return options;
}

Result<std::unique_ptr<Connection>> connectTo(
    const std::string& url, const audit::HttpClient::Options& options)
{
    return audit::parseHttpUrl(url).map([&](audit::HttpUrl parsed) {
        return std::unique_ptr<Connection>(
            std::make_unique<HttpConnection>(std::move(parsed), options));
    });
}

} // namespace ikrar::witness
