#pragma once

#include "kiosk/verdictview.h"

#include <QAudioSink>
#include <QBuffer>
#include <QObject>

#include <memory>

namespace ikrar::kiosk {

/// A sound for each tone, told apart without looking: two rising notes, one held, three low ones,
/// one short. Silent where the machine has no sound.
class Chime : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void play(VerdictView::Tone tone);

    /// 16-bit mono samples at `rate` a second.
    [[nodiscard]] static QByteArray samplesOf(VerdictView::Tone tone, int rate);

private:
    std::unique_ptr<QAudioSink> m_output;
    QByteArray m_samples;
    QBuffer m_buffer;
};

} // namespace ikrar::kiosk
