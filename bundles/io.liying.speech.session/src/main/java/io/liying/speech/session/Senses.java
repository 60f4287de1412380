package io.liying.speech.session;

import io.liying.i18n.api.DefaultLanguage;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.VoiceRecordings;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What hears, what speaks, and what else a conversation leans on. */
@Component(service = Senses.class)
public final class Senses {

    private final SpeechRecognition recognition;
    private final SpeechSynthesis synthesis;
    private final DefaultLanguage defaultLanguage;
    private final CompleteCommand complete;
    private final VoiceRecordings recordings;
    private final Clock clock;

    @Activate
    public Senses(
            @Reference SpeechRecognition recognition,
            @Reference SpeechSynthesis synthesis,
            @Reference DefaultLanguage defaultLanguage,
            @Reference CompleteCommand complete,
            @Reference VoiceRecordings recordings,
            @Reference Clock clock) {
        this.recognition = recognition;
        this.synthesis = synthesis;
        this.defaultLanguage = defaultLanguage;
        this.complete = complete;
        this.recordings = recordings;
        this.clock = clock;
    }

    CompleteCommand complete() {
        return complete;
    }

    VoiceRecordings recordings() {
        return recordings;
    }

    Clock clock() {
        return clock;
    }

    SpeechRecognition recognition() {
        return recognition;
    }

    SpeechSynthesis synthesis() {
        return synthesis;
    }

    DefaultLanguage defaultLanguage() {
        return defaultLanguage;
    }
}
