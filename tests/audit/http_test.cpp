#include "audit/http.h"
#include "audit/raw_socket.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace ikrar;
using namespace ikrar::audit;
using namespace std::chrono_literals;
using test::RawServer;
using test::RawSocket;

namespace {

HttpAnswer say(std::string_view text)
{
    return {200, "text/plain; charset=utf-8", base::copy(base::asBytes(text)), {}};
}

HttpAnswer echo(const HttpRequest& request)
{
    HttpAnswer answer = say(request.method + ' ' + request.path + ' ');
    base::append(answer.body, request.body);
    answer.headers.emplace_back("X-Echo", "yes");
    return answer;
}

/// A server on a free port of this machine, running until the end of the scope.
class Running
{
public:
    explicit Running(HttpServer::Handler handler = echo, HttpServer::Options options = {})
    {
        options.host = "127.0.0.1";
        auto opened = HttpServer::open(std::move(options), std::move(handler));
        if (!opened)
            throw std::runtime_error(opened.error().what);
        m_server = std::move(*opened);
        m_thread = std::jthread([this] { m_server->run(); });
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    Running(Running&&) = delete;
    Running& operator=(Running&&) = delete;
    ~Running() { m_server->stop(); }

    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] HttpUrl url() const { return {false, "127.0.0.1", port(), ""}; }
    [[nodiscard]] std::string answerTo(const std::string& request) const
    {
        const RawSocket socket(port());
        socket.send(request);
        return socket.readAll();
    }
    [[nodiscard]] int statusOf(const std::string& request) const
    {
        const std::string answer = answerTo(request);
        return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
    }
    void stop()
    {
        m_server->stop();
        m_thread.join();
    }

private:
    std::unique_ptr<HttpServer> m_server;
    std::jthread m_thread;
};

std::string get(const std::string& target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
}

std::string textOf(const Result<HttpAnswer>& answer)
{
    return answer ? std::string(base::asText(answer->body)) : answer.error().what;
}

HttpServer::Options within(std::chrono::milliseconds whole)
{
    HttpServer::Options options;
    options.whole = whole;
    return options;
}

/// Plays a server: `part` with each accepted connection, on a thread of its own.
std::jthread playing(const RawServer& server, std::function<void(RawSocket)> part)
{
    return std::jthread([&server, part = std::move(part)] { part(server.accept()); });
}

HttpUrl urlOf(const RawServer& server)
{
    return {false, "127.0.0.1", server.port(), ""};
}

} // namespace

TEST_CASE("an address names a host, a port and a path, and nothing else", "[audit]")
{
    CHECK(parseHttpUrl("http://log.example")->port == 80);
    CHECK(parseHttpUrl("https://log.example/a/b/")->path == "/a/b");
    CHECK(parseHttpUrl("https://log.example")->port == 443);
    CHECK(parseHttpUrl("http://[::1]:8080/x")->host == "::1");
    for (const char* text : {"http://log.example", "https://log.example:8443/a/b",
             "http://[fe80::1]:81", "http://10.0.0.1/log"})
        CHECK(parseHttpUrl(text)->text() == text);
    for (const char* text : {"ftp://log.example", "log.example", "http://", "http:///path",
             "http://u:p@log.example", "http://log.example?x", "http://log.example/a?x",
             "http://log.example/a#x", "http://log.example:0", "http://log.example:65536",
             "http://log.example:", "http://log.example:80x", "http://[::1", "http://[::1]x",
             "http://[x]", "http://log example", "http://log.example/a b", "http://log.example/%2e",
             "http://a\nb", "HTTP://log.example"})
        CHECK_FALSE(parseHttpUrl(text));
    CHECK_FALSE(parseHttpUrl("http://log.example/" + std::string(2000, 'a')));
}

TEST_CASE("a request reaches the handler and its answer comes back whole", "[audit]")
{
    const Running server;
    const HttpClient client(server.url(), {});
    const auto got = client.get("/tile/0/000", 1000);
    REQUIRE(got);
    CHECK(textOf(got) == "GET /tile/0/000 ");
    CHECK(got->status == 200);
    CHECK(got->contentType == "text/plain; charset=utf-8");
    CHECK(std::count(got->headers.begin(), got->headers.end(),
              std::pair<std::string, std::string>("X-Echo", "yes"))
        == 1);
    const std::string body("line\n\0\xff", 7);
    CHECK(textOf(client.post("/add-checkpoint", base::asBytes(body), "text/plain", 1000))
        == "POST /add-checkpoint " + body);
    CHECK(textOf(client.post("/empty", {}, "text/plain", 1000)) == "POST /empty ");

    HttpUrl below = server.url();
    below.path = "/log";
    CHECK(textOf(HttpClient(below, {}).get("checkpoint", 1000)) == "GET /log/checkpoint ");
}

TEST_CASE("a status that refuses is an answer, not an error", "[audit]")
{
    const Running server([](const HttpRequest&) {
        HttpAnswer answer = say("12\n");
        answer.status = 409;
        answer.contentType = "text/x.tlog.size";
        return answer;
    });
    const auto answer = HttpClient(server.url(), {}).post("/", base::asBytes("x"), "a/b", 100);
    REQUIRE(answer);
    CHECK(answer->status == 409);
    CHECK(answer->contentType == "text/x.tlog.size");
    CHECK(textOf(answer) == "12\n");
}

TEST_CASE("HEAD has the length of the answer and no body", "[audit]")
{
    const Running server;
    const std::string answer
        = server.answerTo("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(answer.find("Content-Length: 8\r\n") != std::string::npos);
    CHECK(answer.ends_with("\r\n\r\n"));
}

TEST_CASE("a path is decoded once, and tricks with it are refused before the handler", "[audit]")
{
    std::atomic<int> seen = 0;
    const Running server([&](const HttpRequest& request) {
        ++seen;
        return say(request.path);
    });
    CHECK(server.answerTo(get("/a%20b")).ends_with("\r\n\r\n/a b"));
    CHECK(server.answerTo(get("/%252e%252e/x")).ends_with("\r\n\r\n/%2e%2e/x"));
    CHECK(server.answerTo(get("/..a/b..")).ends_with("\r\n\r\n/..a/b.."));
    CHECK(server.answerTo(get("/folder/")).ends_with("\r\n\r\n/folder/"));
    seen = 0;
    for (const char* target :
        {"/..", "/../etc/passwd", "/a/../b", "/%2e%2e/etc/passwd", "/%2E./x", "/.", "/./a", "//a",
            "/a//b", "/a%00b", "/a%2fb", "/a%2F..%2Fb", "/a\\b", "/%5c..", "/%u002e%u002e/x",
            "/a?b", "/a?", "/a%0ab", "/a%7f", "a", "*", "http://other/a", "/%2e%2e%2f"}) {
        INFO(target);
        CHECK(server.statusOf(get(target)) == 400);
    }
    CHECK(server.statusOf(get("/" + std::string(3000, 'a'))) == 414);
    CHECK(server.statusOf(get(std::string("/a\0b", 4))) == 400);
    CHECK(seen == 0);
}

TEST_CASE("what a server has no use for is refused with its status", "[audit]")
{
    HttpServer::Options options;
    options.maxBody = 100;
    const Running server(echo, options);
    const auto post = [](const std::string& headers, const std::string& body = {}) {
        return "POST /a HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
    };
    CHECK(server.statusOf("PUT /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nx") == 405);
    CHECK(server.statusOf("DELETE /a HTTP/1.1\r\n\r\n") == 405);
    CHECK(server.statusOf("BREW /a HTTP/1.1\r\n\r\n") == 400);
    CHECK(server.statusOf("GET /a HTTP/3.0\r\n\r\n") == 400);
    CHECK(server.statusOf("GET /a\r\n\r\n") == 400);
    CHECK(server.statusOf("GET /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc") == 400);
    CHECK(
        server.statusOf(post("Content-Length: 100\r\nConnection: close\r\n", std::string(100, 'x')))
        == 200);
    CHECK(server.statusOf(post("Content-Length: 101\r\n", std::string(101, 'x'))) == 413);
    CHECK(server.statusOf(post("Content-Length: 99999999999\r\nExpect: 100-continue\r\n")) == 413);
    CHECK(server.statusOf(post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd")) == 400);
    CHECK(server.statusOf(post("Content-Length: -1\r\n")) == 400);
    CHECK(server.statusOf(post("", "abc")) == 411);
    CHECK(server.statusOf(post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")) == 411);
    CHECK(server.statusOf(post("Content-Length: 3\r\nContent-Encoding: gzip\r\n", "abc")) == 415);
    CHECK(server.statusOf(
              post("Content-Length: 3\r\nContent-Type: multipart/form-data; boundary=x\r\n", "abc"))
        == 415);
    CHECK(server.statusOf("GET /a HTTP/1.1\r\nX: " + std::string(5000, 'x') + "\r\n\r\n") == 400);
    std::string many = "GET /a HTTP/1.1\r\n";
    for (int i = 0; i < 2000; ++i)
        many += "X-" + std::to_string(i) + ": x\r\n";
    CHECK(server.statusOf(many + "\r\n") == 400);
    const std::string ranged
        = server.answerTo("GET /a HTTP/1.1\r\nRange: bytes=0-1,2-3\r\nAccept-Encoding: "
                          "gzip\r\nConnection: close\r\n\r\n");
    CHECK(ranged.starts_with("HTTP/1.1 200 "));
    CHECK(ranged.ends_with("\r\n\r\nGET /a "));
}

TEST_CASE("a line of a head that others could read otherwise ends the connection", "[audit]")
{
    std::atomic<int> seen = 0;
    const Running server([&](const HttpRequest& request) {
        ++seen;
        return echo(request);
    });
    const std::string second = "GET /second HTTP/1.1\r\nConnection: close\r\n\r\n";
    const std::string length = std::to_string(second.size());
    for (const std::string& line : {
             "Content-Length : " + length + "\r\n",
             "Content-Length\t: " + length + "\r\n",
             "Content-Length: " + length + "\n",
             "X: a\rContent-Length: " + length + "\r\n",
             "Content-Length" + std::string(1, '\0') + ": " + length + "\r\n",
             "X: a\r\n Content-Length: " + length + "\r\n",
             std::string("Transfer-Encoding : chunked\r\n"),
             std::string("X: a\0b\r\n", 8),
             std::string("no field\r\n"),
             std::string(": no name\r\n"),
         }) {
        INFO(line);
        std::string request = "GET /first HTTP/1.1\r\nHost: x\r\n";
        request.append(line).append("\r\n").append(second);
        const std::string answer = server.answerTo(request);
        CHECK(answer.starts_with("HTTP/1.1 400 "));
        CHECK(answer.find("HTTP/1.1", 1) == std::string::npos);
    }
    CHECK(server.statusOf("GET / HTTP/1.1\nHost: x\n\n") == 400);
    CHECK(seen == 0);
}

TEST_CASE("several requests go over one connection, and a refused one is its last", "[audit]")
{
    const Running server;
    const RawSocket socket(server.port());
    const std::string keep = " HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.send("GET /1" + keep + "GET /2" + keep
        + "POST /3 HTTP/1.1\r\nContent-Length: 5\r\n\r\n"
          "GET /GET /4"
        + keep + "GET /../x HTTP/1.1\r\n\r\nGET /5" + keep);
    const std::string all = socket.readAll();
    CHECK(all.find("\r\n\r\nGET /1 HTTP/1.1 200") != std::string::npos);
    CHECK(all.find("\r\n\r\nGET /2 HTTP/1.1 200") != std::string::npos);
    CHECK(all.find("\r\n\r\nPOST /3 GET /HTTP/1.1 200") != std::string::npos);
    CHECK(all.find("\r\n\r\nGET /4 HTTP/1.1 400") != std::string::npos);
    CHECK(all.find("GET /5") == std::string::npos);
}

TEST_CASE("a request that trickles in is cut off at the deadline", "[audit]")
{
    const Running server(echo, within(200ms));
    const auto trickle = [&](const std::string& request) {
        const RawSocket socket(server.port());
        return std::ranges::all_of(request,
            [&](char c) { return socket.send(std::string(1, c)) && !socket.closesWithin(20); });
    };
    // Twenty seconds, if nobody cut them off.
    CHECK_FALSE(trickle(std::string(1000, 'G')));
    CHECK_FALSE(trickle("GET / HTTP/1.1\r\n" + std::string(1000, 'x')));
    CHECK_FALSE(trickle("POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n" + std::string(900, 'x')));
    CHECK(RawSocket(server.port()).readAll().empty()); // nor does silence hold it
}

TEST_CASE("whoever does not take the answer is cut off at the deadline", "[audit]")
{
    HttpServer::Options options = within(200ms);
    options.maxConnections = 1;
    const Running server(
        [](const HttpRequest& request) {
            HttpAnswer answer = say("done");
            if (request.path == "/large")
                answer.body.resize(std::size_t{64} * 1024 * 1024);
            return answer;
        },
        options);
    const RawSocket slow(server.port());
    slow.send(get("/large"));
    CHECK_FALSE(slow.readTo("\r\n\r\n").empty());
    // The only place is taken; it is free again without the slow one's help.
    std::string answer;
    while (answer.empty())
        answer = server.answerTo(get("/small"));
    CHECK(answer.ends_with("\r\n\r\ndone"));
}

TEST_CASE("connections over the bound are closed at once", "[audit]")
{
    HttpServer::Options options;
    options.maxConnections = 2;
    const Running server(echo, options);
    const std::string request = "GET /a HTTP/1.1\r\n";
    const RawSocket first(server.port());
    const RawSocket second(server.port());
    REQUIRE(first.send(request));
    REQUIRE(second.send(request));
    CHECK(RawSocket(server.port()).readAll().empty());
    first.send("\r\n");
    CHECK(first.readAll().find("\r\n\r\nGET /a") != std::string::npos);
}

TEST_CASE("a server that stops ends idle connections and lets answers finish", "[audit]")
{
    std::atomic<bool> asked = false;
    std::atomic<bool> go = false;
    Running server([&](const HttpRequest&) {
        asked = true;
        asked.notify_all();
        go.wait(false);
        return say("finished");
    });
    const RawSocket idle(server.port());
    const RawSocket busy(server.port());
    busy.send("GET / HTTP/1.1\r\n\r\n");
    asked.wait(false);
    std::jthread stopping([&] { server.stop(); });
    CHECK(idle.readAll().empty());
    go = true;
    go.notify_all();
    CHECK(busy.readAll().ends_with("finished"));
    stopping.join();
}

TEST_CASE("a handler that throws is a 500 that says nothing of the inside", "[audit]")
{
    const Running server(
        [](const HttpRequest&) -> HttpAnswer { throw std::runtime_error("secret"); });
    const std::string answer = server.answerTo(get("/"));
    CHECK(answer.starts_with("HTTP/1.1 500 "));
    CHECK(answer.find("secret") == std::string::npos);
}

TEST_CASE("many clients at once are all answered", "[audit]")
{
    const Running server;
    const HttpClient client(server.url(), {});
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(16);
        for (int t = 0; t < 16; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 40; ++i) {
                    const std::string path = "/" + std::to_string(t) + "/" + std::to_string(i);
                    if (textOf(client.get(path, 100)) == "GET " + path + ' ')
                        ++good;
                }
            });
    }
    CHECK(good == 640);
}

TEST_CASE("an address that is taken, or none, is an error", "[audit]")
{
    const Running server;
    HttpServer::Options options;
    options.host = "127.0.0.1";
    options.port = server.port();
    CHECK(HttpServer::open(options, echo).error().kind == Error::Kind::Io);
    options.host = "192.0.2.1";
    CHECK(HttpServer::open(options, echo).error().kind == Error::Kind::Io);
    options.host = "no such host";
    CHECK(HttpServer::open(options, echo).error().kind == Error::Kind::Io);
}

TEST_CASE("a server that cannot be reached is an error that names it", "[audit]")
{
    std::uint16_t port = 0;
    {
        const RawServer gone;
        port = gone.port();
    }
    const HttpClient client({false, "127.0.0.1", port, "/log"}, {});
    const auto answer = client.get("/checkpoint", 10);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Error::Kind::Io);
    CHECK(answer.error().what.find("127.0.0.1:" + std::to_string(port)) != std::string::npos);
    CHECK(HttpClient({false, "name.invalid", 80, ""}, {}).get("/", 10).error().kind
        == Error::Kind::Io);
}

TEST_CASE("an answer that trickles in is given up at the deadline", "[audit]")
{
    const RawServer server;
    const auto slow = playing(server, [](const RawSocket& socket) {
        for (const char c : "HTTP/1.1 200 OK\r\nX: " + std::string(1000, 'x'))
            if (!socket.send(std::string(1, c)) || socket.closesWithin(20))
                return;
        FAIL("nobody hung up");
    });
    HttpClient::Options options;
    options.whole = 300ms;
    const auto answer = HttpClient(urlOf(server), options).get("/", 1000);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Error::Kind::Io);
    CHECK(answer.error().what.find("did not answer within") != std::string::npos);
}

TEST_CASE("an answer over its bound, or without an end, is refused", "[audit]")
{
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    const auto [sent, kind] = GENERATE_COPY(table<std::string, Error::Kind>({
        {ok + "Content-Length: 11\r\n\r\n01234567890", Error::Kind::TooLarge},
        {ok + "Content-Length: 99999999999999\r\n\r\n", Error::Kind::TooLarge},
        {ok + "Transfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n0\r\n\r\n",
            Error::Kind::TooLarge},
        {ok + "Connection: close\r\n\r\n01234567890", Error::Kind::TooLarge},
        {ok + "Content-Length: 10\r\n\r\n0123", Error::Kind::Io},
        {ok + "Content-Length : 3\r\n\r\nabc", Error::Kind::Io},
        {ok + "X: " + std::string(5000, 'x') + "\r\n\r\n", Error::Kind::Io},
        {std::string(9000, 'x') + "\r\n\r\n", Error::Kind::Io},
        {"HTTP/1.1 100 Continue\r\n\r\n" + std::string(9000, 'x'), Error::Kind::Io},
        {"garbage\r\n\r\n", Error::Kind::Io},
        {"", Error::Kind::Io},
    }));
    const RawServer server;
    const auto answering = playing(server, [text = sent](const RawSocket& socket) {
        (void)socket.readTo("\r\n\r\n");
        socket.send(text);
    });
    const auto answer = HttpClient(urlOf(server), {}).get("/", 10);
    INFO(sent.substr(0, 100));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == kind);
}

TEST_CASE("a redirect is not followed and compression is not undone", "[audit]")
{
    const RawServer server;
    const auto answering = playing(server, [](const RawSocket& socket) {
        const std::string request = socket.readTo("\r\n\r\n");
        CHECK(request.find("Accept-Encoding") == std::string::npos);
        socket.send("HTTP/1.1 100 Continue\r\n\r\n"
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Encoding: "
                    "gzip\r\nContent-Length: 3\r\n\r\nabc");
    });
    const auto answer = HttpClient(urlOf(server), {}).get("/", 10);
    REQUIRE(answer);
    CHECK(answer->status == 302);
    CHECK(textOf(answer) == "abc");
}

TEST_CASE("a connection is kept, and opened anew where the server closed it", "[audit]")
{
    const RawServer server;
    const std::string ok = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n";
    const auto answering = std::jthread([&] {
        {
            const RawSocket first = server.accept();
            for (const char* body : {"1", "2"}) {
                (void)first.readTo("\r\n\r\n");
                first.send(ok + body);
            }
            // Takes the third request and goes without a word.
            (void)first.readTo("\r\n\r\n");
        }
        const RawSocket second = server.accept();
        (void)second.readTo("\r\n\r\n");
        second.send(ok + "3");
    });
    const HttpClient client(urlOf(server), {});
    CHECK(textOf(client.get("/1", 10)) == "1");
    CHECK(textOf(client.get("/2", 10)) == "2");
    CHECK(textOf(client.get("/3", 10)) == "3");
}

namespace {

/// A certificate for a name, made by the openssl command.
HttpServer::Options certified(
    const tests::TemporaryDirectory& directory, const std::string& name = "localhost")
{
    HttpServer::Options options;
    options.certificate = (directory / "server.pem").string();
    options.key = (directory / "server.key").string();
    const std::string command = "openssl req -x509 -newkey ed25519 -nodes -keyout '" + options.key
        + "' -out '" + options.certificate
        + "' -days 2 -subj /CN=localhost -addext subjectAltName=DNS:" + name + " 2>/dev/null";
    if (std::system(command.c_str()) != 0) // NOLINT(cert-env33-c,concurrency-mt-unsafe)
        throw std::runtime_error("openssl made no certificate");
    return options;
}

} // namespace

TEST_CASE("over TLS a server is believed by its certificate and name only", "[audit]")
{
    const tests::TemporaryDirectory directory;
    const HttpServer::Options options = certified(directory);
    const Running server(
        [](const HttpRequest& request) {
            HttpAnswer answer = echo(request);
            if (request.path == "/large")
                answer.body.assign(3'000'000, 'x');
            return answer;
        },
        options);
    HttpClient::Options believing;
    believing.authorities = options.certificate;
    const HttpUrl url{true, "localhost", server.port(), ""};

    const HttpClient client(url, believing);
    CHECK(textOf(client.get("/a", 100)) == "GET /a ");
    CHECK(textOf(client.post("/b", base::asBytes(std::string(60'000, 'y')), "a/b", 100'000))
        == "POST /b " + std::string(60'000, 'y'));
    CHECK(textOf(client.get("/large", 3'000'000)) == std::string(3'000'000, 'x'));

    const auto unknown = HttpClient(url, {}).get("/a", 100);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what.find("certificate is not believed") != std::string::npos);
    const auto otherName
        = HttpClient({true, "127.0.0.1", server.port(), ""}, believing).get("/a", 100);
    REQUIRE_FALSE(otherName);
    CHECK(otherName.error().what.find("certificate is not believed") != std::string::npos);
    const Running plain;
    CHECK_FALSE(HttpClient({true, "localhost", plain.port(), ""}, believing).get("/a", 100));
    CHECK(server.answerTo(get("/a")).find("HTTP/1.1 200") == std::string::npos);
}

TEST_CASE("a certificate for another name is not believed, whatever its common name", "[audit]")
{
    const tests::TemporaryDirectory directory;
    const HttpServer::Options options = certified(directory, "log.example");
    const Running server(echo, options);
    HttpClient::Options believing;
    believing.authorities = options.certificate;
    const auto answer
        = HttpClient({true, "localhost", server.port(), ""}, believing).get("/a", 100);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().what.find("certificate is not believed") != std::string::npos);
}

TEST_CASE("a TLS handshake that trickles in is cut off at the deadline", "[audit]")
{
    const tests::TemporaryDirectory directory;
    HttpServer::Options options = certified(directory);
    options.whole = 200ms;
    const Running server(echo, options);
    const RawSocket socket(server.port());
    const auto trickle = [&] {
        return std::ranges::all_of(
            std::string("\x16\x03\x01\x02\x00", 5) + std::string(500, '\x01'),
            [&](char c) { return socket.send(std::string(1, c)) && !socket.closesWithin(20); });
    };
    CHECK_FALSE(trickle());
}

TEST_CASE("a certificate without its key is refused before anything listens", "[audit]")
{
    const tests::TemporaryDirectory directory;
    const tests::TemporaryDirectory other;
    HttpServer::Options options = certified(directory);
    options.host = "127.0.0.1";
    options.key = certified(other).key;
    CHECK(HttpServer::open(options, echo).error().kind == Error::Kind::Invalid);
    options.key.clear();
    CHECK(HttpServer::open(options, echo).error().kind == Error::Kind::Invalid);
    options.certificate = (directory / "missing.pem").string();
    CHECK(HttpServer::open(options, echo).error().kind == Error::Kind::Invalid);
}
