#pragma once

namespace ikrar::tests {

/// Runs the cases that the command line asks for. Returns the exit code.
int runSession(int argc, char** argv);

} // namespace ikrar::tests
