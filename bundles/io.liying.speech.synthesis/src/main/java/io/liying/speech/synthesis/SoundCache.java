package io.liying.speech.synthesis;

import io.liying.speech.api.Audio;
import io.liying.speech.api.voice.SpeechMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Keeps the sound of sentences that may be said again; what was not used for longest goes first. Safe for many threads. */
final class SoundCache {

    /** What a sentence is found by. */
    record Key(String voice, double rate, double pitch, String spoken) {}

    /** A sentence's sound. */
    record Sound(List<Audio> audio, List<SpeechMark> marks) {
        Sound {
            audio = List.copyOf(audio);
            marks = List.copyOf(marks);
        }

        long bytes() {
            return audio.stream().mapToLong(part -> part.samples().length * 2L).sum();
        }
    }

    private final LinkedHashMap<Key, Sound> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long limit;
    private long bytes;

    SoundCache(long limit) {
        this.limit = limit;
    }

    synchronized Optional<Sound> find(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    /** Keeps a sound unless it would fill more than a quarter of the room. */
    synchronized void keep(Key key, Sound sound) {
        if (sound.bytes() > limit / 4 || sound.audio().isEmpty()) {
            return;
        }
        Sound before = kept.put(key, sound);
        bytes += sound.bytes() - (before == null ? 0 : before.bytes());
        shrink();
    }

    synchronized void resize(long changed) {
        limit = changed;
        shrink();
    }

    synchronized long bytes() {
        return bytes;
    }

    private void shrink() {
        while (bytes > limit) {
            Sound oldest = kept.pollFirstEntry().getValue();
            bytes -= oldest.bytes();
        }
    }
}
