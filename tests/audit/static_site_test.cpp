#include "audit/static_site.h"
#include "temporary_directory.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>

using namespace ikrar;
using namespace ikrar::audit;

namespace {

/// A log and a page on disk, with something beside them that nobody may see.
class Folders
{
public:
    Folders()
    {
        put("secret", "secret");
        put("log/checkpoint", "head");
        put("log/policy", "quorum none\n");
        put("log/key.pem", "secret");
        put("log/tile/0/000", "tile");
        put("log/tile/entries/x001/067.p/3", "bundle");
        put("page/index.html", "<p>page");
        put("page/sw.js", "//");
        put("page/policy", "quorum none\n");
        put("page/sub/index.html", "<p>sub");
        std::filesystem::create_symlink(directory.path() / "secret", directory / "page/link");
        std::filesystem::create_symlink(directory.path(), directory / "page/out");
        std::filesystem::create_directory_symlink(directory / "page/sub", directory / "page/alias");
        std::filesystem::create_symlink(
            directory.path() / "secret", directory / "log/ceremony.toml");
        options.log = directory / "log";
        options.page = directory / "page";
    }

    void put(const base::Path& name, const std::string& content) const
    {
        std::filesystem::create_directories((directory / name).parent_path());
        std::ofstream(directory / name, std::ios::binary) << content;
    }

    [[nodiscard]] HttpAnswer get(const std::string& path, const std::string& method = "GET") const
    {
        return (*StaticSite::open(options))->answer({method, path, {}});
    }
    [[nodiscard]] std::string textOf(const std::string& path) const
    {
        return std::string(base::asText(get(path).body));
    }

    tests::TemporaryDirectory directory;
    StaticSite::Options options;
};

std::string header(const HttpAnswer& answer, const std::string& name)
{
    const auto found = std::find_if(answer.headers.begin(), answer.headers.end(),
        [&](const auto& one) { return one.first == name; });
    return found == answer.headers.end() ? "" : found->second;
}

} // namespace

TEST_CASE("a log is served with the types, caching and openness that its readers need", "[audit]")
{
    const Folders folders;
    const HttpAnswer head = folders.get("/log/checkpoint");
    CHECK(head.status == 200);
    CHECK(head.contentType == "text/plain; charset=utf-8");
    CHECK(header(head, "Cache-Control") == "public, max-age=3");
    for (const char* path : {"/log/tile/0/000", "/log/tile/entries/x001/067.p/3"}) {
        const HttpAnswer tile = folders.get(path);
        CHECK(tile.status == 200);
        CHECK(tile.contentType == "application/octet-stream");
        CHECK(header(tile, "Cache-Control").find("immutable") != std::string::npos);
        CHECK(header(tile, "Access-Control-Allow-Origin") == "*");
        CHECK(header(tile, "X-Content-Type-Options") == "nosniff");
    }
    CHECK(folders.get("/log/policy").contentType == "text/plain; charset=utf-8");
    CHECK(header(folders.get("/log/none"), "Access-Control-Allow-Origin") == "*");
}

TEST_CASE("a rehearsal's tiles are not kept, since the next one has the same paths", "[audit]")
{
    Folders folders;
    folders.options.rehearsal = true;
    CHECK(header(folders.get("/log/tile/0/000"), "Cache-Control") == "public, max-age=3");
}

TEST_CASE("a page is served with its types, at its folder's names and at its address", "[audit]")
{
    Folders folders;
    folders.options.pagePath = "/V";
    CHECK(folders.textOf("/") == "<p>page");
    CHECK(folders.textOf("/V") == "<p>page");
    CHECK(folders.textOf("/sub/") == "<p>sub");
    CHECK(folders.get("/index.html").contentType == "text/html; charset=utf-8");
    CHECK(folders.get("/sw.js").contentType == "text/javascript; charset=utf-8");
    CHECK(folders.get("/policy").contentType == "text/plain; charset=utf-8");
    CHECK(header(folders.get("/"), "X-Content-Type-Options") == "nosniff");
    CHECK(header(folders.get("/"), "Access-Control-Allow-Origin").empty());
    CHECK(header(folders.get("/sw.js"), "Cache-Control") == "no-cache");
}

TEST_CASE("nothing is served but a log's own files and what lies below the page", "[audit]")
{
    const Folders folders;
    REQUIRE(::mkfifo((folders.directory / "page/pipe").c_str(), 0600) == 0);
    for (const char* path : {"/log/key.pem", "/log/", "/log", "/log/tile/0", "/log/tile/0/000/",
             "/log/tile/0/0", "/log/ceremony.toml", "/link", "/out/secret", "/out/", "/alias/",
             "/alias/index.html", "/sub", "/nothing", "/pipe", "/../secret", "/sub/../../secret",
             "//secret", "/./sw.js", "/log/../secret", "/V"}) {
        INFO(path);
        const HttpAnswer answer = folders.get(path);
        CHECK(answer.status == 404);
        CHECK(std::string(base::asText(answer.body)).find("secret") == std::string::npos);
    }
}

TEST_CASE("a file over the bound is not served, whatever it is", "[audit]")
{
    const Folders folders;
    folders.put("page/large.bin", "");
    std::filesystem::resize_file(folders.directory / "page/large.bin", StaticSite::maxFile + 1);
    CHECK(folders.get("/large.bin").status == 404);
    std::filesystem::resize_file(folders.directory / "page/large.bin", StaticSite::maxFile);
    CHECK(folders.get("/large.bin").body.size() == StaticSite::maxFile);
}

TEST_CASE("only GET and HEAD are answered", "[audit]")
{
    const Folders folders;
    const HttpAnswer answer = folders.get("/log/checkpoint", "POST");
    CHECK(answer.status == 405);
    CHECK(header(answer, "Allow") == "GET, HEAD");
}

TEST_CASE("without a page the front tells where the log is", "[audit]")
{
    Folders folders;
    folders.options.page.clear();
    folders.options.front = "origin\n";
    CHECK(folders.textOf("/") == "origin\n");
    CHECK(folders.get("/index.html").status == 404);
    folders.options.page = folders.directory / "none";
    CHECK_FALSE(StaticSite::open(folders.options));
}
