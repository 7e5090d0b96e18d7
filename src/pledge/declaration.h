#pragma once

#include "pledge/entry.h"
#include "pledge/identity.h"

#include <string>

namespace ikrar::pledge {

/// The act of one signer, before it is in the log: all that the register keeps, and all that the
/// entry is made of.
struct Declaration {
    Identity identity;
    std::string name; ///< as the roster or the signer gives it
    std::string unit; ///< id of a unit of the ceremony
    std::string post; ///< jabatan; may be empty
    Category category{};
    Method method{};
    Bytes ink; ///< encodeInk
    bool trivialInk = false; ///< accepted after it was asked about
    bool walkIn = false; ///< belum diverifikasi until the organizer confirms
    struct Assistance {
        std::string helperName;
        std::string helperNumber;
        std::string reason;
        bool thumbMark = false;
    } assistance; ///< empty unless method is Assisted
    /// What a wet signature stands on, and who saw it made. Its ink is not kept: the act binds
    /// `[1, 0, 0, []]`.
    struct Paper {
        std::string row; ///< code of a SheetRow
        std::string observerName;
        std::string observerPost; ///< may be empty

        friend bool operator==(const Paper&, const Paper&) = default;
    } paper; ///< empty unless method is WetInk
};

} // namespace ikrar::pledge
