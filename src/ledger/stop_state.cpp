#include "ledger/stop_state.h"

#include "crypto/sha256.h"

#include <utility>

namespace ikrar::ledger {

namespace {

constexpr std::size_t maxMark = 256;
constexpr std::size_t nameDigits = 16;
/// What a caller makes of it: whether the disk is to be mended, or nothing is.
Error::Kind kindOf(Stop stop)
{
    switch (stop) {
    case Stop::DiskFull:
        return Error::Kind::NoSpace;
    case Stop::ReadOnly:
        return Error::Kind::ReadOnly;
    case Stop::DeviceFailed:
        return Error::Kind::Io;
    default:
        return Error::Kind::Refused;
    }
}

constexpr const char* restart
    = "The disk reported an error: nothing is signed until this machine has been restarted.";

} // namespace

StopState::StopState(base::Path data, Environment environment)
    : m_environment(std::move(environment))
    , m_data(std::move(data))
{
    if (deviceIsMarked())
        set(Stop::DeviceFailed, restart);
}

Result<void> StopState::maySign() const
{
    if (m_stop == Stop::None)
        return {};
    return fail(kindOf(m_stop), m_detail);
}

Result<void> StopState::mayWrite() const
{
    return m_stop == Stop::OpenedForReading ? Result<void>() : maySign();
}

Result<void> StopState::mayRead() const
{
    if (m_stop != Stop::DeviceFailed)
        return {};
    return fail(kindOf(m_stop), m_detail);
}

void StopState::openedForReading()
{
    m_forReading = true;
    set(Stop::OpenedForReading, "The store was opened for reading.");
}

void StopState::set(Stop stop, std::string detail)
{
    if (m_stop != Stop::None && m_stop != Stop::OpenedForReading && stop != Stop::DeviceFailed)
        return;
    m_stop = stop;
    m_detail = std::move(detail);
}

void StopState::failed(const Error& error)
{
    if (error.kind == Error::Kind::NoSpace)
        set(Stop::DiskFull, "The disk is full: " + error.what);
    if (error.kind == Error::Kind::ReadOnly)
        set(Stop::ReadOnly, "The disk cannot be written: " + error.what);
    if (error.kind == Error::Kind::Io) {
        set(Stop::DeviceFailed, std::string(restart) + " (" + error.what + ")");
        markDevice();
    }
}

void StopState::mended()
{
    if (m_stop != Stop::DiskFull && m_stop != Stop::ReadOnly)
        return;
    m_stop = Stop::None;
    m_detail.clear();
    if (m_forReading)
        openedForReading();
}

void StopState::markDevice() const
{
    // Best effort: this process stops in any case.
    const auto boot = m_environment.machine.bootId();
    if (boot && base::makeDirectories(m_environment.files, markPath().parent_path()))
        static_cast<void>(
            base::replaceFile(m_environment.files, markPath(), base::asBytes(*boot), 0644));
}

bool StopState::deviceIsMarked() const
{
    const auto mark = base::readFile(markPath(), maxMark);
    if (!mark) // a mark that cannot be read may be one
        return mark.error().kind != Error::Kind::Missing;
    const auto boot = m_environment.machine.bootId();
    return !boot || base::asText(*mark) == *boot;
}

base::Path StopState::markPath() const
{
    const std::string digits
        = base::toHex(crypto::sha256(base::asBytes(m_data.string())).view()).substr(0, nameDigits);
    return m_environment.machine.runtimeDirectory() / ("device-failed-" + digits);
}

} // namespace ikrar::ledger
