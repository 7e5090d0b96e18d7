#pragma once

#include "crypto/ed25519.h"
#include "ledger/checkpoint_table.h"
#include "ledger/entry_table.h"
#include "ledger/head_table.h"
#include "ledger/register_table.h"
#include "pledge/ceremony.h"

#include <optional>

namespace ikrar::ledger {

/// An open database, its tables, and what is needed to extend its log.
struct Store {
    explicit Store(std::unique_ptr<Database> opened)
        : database(std::move(opened))
        , head(*database)
        , entries(*database)
        , checkpoints(*database)
        , registered(*database)
    {
    }

    std::unique_ptr<Database> database;
    HeadTable head;
    EntryTable entries;
    CheckpointTable checkpoints;
    RegisterTable registered;

    pledge::Ceremony ceremony;
    tlog::VerifierKey logKey;
    std::optional<crypto::SigningKey> key; ///< while it signs
    tlog::RightEdge edge; ///< of the log when it was last looked at
};

} // namespace ikrar::ledger
