#pragma once

#include "qr/decode.h"

#include <zbar.h>

#include <string>

namespace ikrar::qr {

/// What libzbar, in this process and at its own settings for QR codes, reads in a plane of one byte
/// a pixel without padding; empty where it reads nothing.
inline std::string readByZbar(const Luminance& plane)
{
    using namespace zbar; // its C functions stand in it for C++
    zbar_image_scanner_t* scanner = zbar_image_scanner_create();
    zbar_image_scanner_request_dbus(scanner, 0); // it would tell the desktop
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_t* image = zbar_image_create();
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(
        image, static_cast<unsigned>(plane.width), static_cast<unsigned>(plane.height));
    zbar_image_set_data(image, plane.data,
        static_cast<unsigned long>(plane.width) * static_cast<unsigned long>(plane.height),
        nullptr);
    zbar_scan_image(scanner, image);
    std::string text;
    if (const zbar_symbol_t* symbol = zbar_image_first_symbol(image))
        text.assign(zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
    return text;
}

} // namespace ikrar::qr
