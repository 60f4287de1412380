package io.liying.speech.freetts;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import io.liying.speech.api.voice.Prosody;
import java.util.stream.Stream;

/** The voice in memory. Apart from the component, so that the library is not touched before somebody is spoken to. */
final class Kevin {

    static final String NAME = "kevin16";

    private static final float NORMAL_WORDS_PER_MINUTE = 150;
    private static final float NORMAL_PITCH_HZ = 100;

    private final Voice voice;

    private Kevin(Voice voice) {
        this.voice = voice;
    }

    /** The library's own search for voices looks through the class path, which a bundle is not on. */
    static Kevin load() {
        Voice voice = Stream.of(new KevinVoiceDirectory().getVoices())
                .filter(each -> each.getName().equals(NAME))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the voice " + NAME + " is missing"));
        voice.allocate();
        return new Kevin(voice);
    }

    /** Returns whether the whole text was said. For one thread at a time. */
    boolean say(String text, Prosody prosody, SinkPlayer player) {
        voice.setAudioPlayer(player);
        voice.setRate((float) (NORMAL_WORDS_PER_MINUTE * prosody.rate()));
        voice.setPitch((float) (NORMAL_PITCH_HZ * prosody.pitch()));
        return voice.speak(text);
    }

    void unload() {
        voice.deallocate();
    }
}
