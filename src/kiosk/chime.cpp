#include "kiosk/chime.h"

#include <QAudioDevice>
#include <QMediaDevices>

#include <cmath>
#include <numbers>
#include <vector>

namespace ikrar::kiosk {

namespace {

struct Note {
    double hertz = 0; ///< 0: a rest
    double seconds = 0;
};

std::vector<Note> notesOf(VerdictView::Tone tone)
{
    switch (tone) {
    case VerdictView::Tone::Good:
        return {{880, 0.09}, {1318.5, 0.16}};
    case VerdictView::Tone::Caution:
        return {{659.3, 0.35}};
    case VerdictView::Tone::Bad:
        return {{220, 0.16}, {0, 0.06}, {220, 0.16}, {0, 0.06}, {220, 0.3}};
    case VerdictView::Tone::Unread:
        break;
    }
    return {{440, 0.07}};
}

} // namespace

QByteArray Chime::samplesOf(VerdictView::Tone tone, int rate)
{
    constexpr double loudness = 0.5 * 32767;
    constexpr double edge = 0.008; // seconds to swell and to fade, against clicks
    QByteArray samples;
    for (const Note& note : notesOf(tone)) {
        const int count = static_cast<int>(note.seconds * rate);
        for (int i = 0; i < count; ++i) {
            const double at = static_cast<double>(i) / rate;
            const double swell = std::min({1.0, at / edge, (note.seconds - at) / edge});
            const auto sample = static_cast<std::int16_t>(
                std::lround(loudness * swell * std::sin(2 * std::numbers::pi * note.hertz * at)));
            samples.append(static_cast<char>(sample & 0xff));
            samples.append(static_cast<char>((sample >> 8) & 0xff));
        }
    }
    return samples;
}

void Chime::play(VerdictView::Tone tone)
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Int16);
    format.setChannelCount(1);
    if (device.isNull() || !device.isFormatSupported(format)) {
        return;
    }
    m_output = std::make_unique<QAudioSink>(device, format);
    m_buffer.close();
    m_samples = samplesOf(tone, format.sampleRate());
    m_buffer.setBuffer(&m_samples);
    m_buffer.open(QIODevice::ReadOnly);
    m_output->start(&m_buffer);
}

} // namespace ikrar::kiosk
