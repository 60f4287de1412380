package io.liying.speech.wyoming;

import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.voice.SpeechSynthesis;
import java.util.Optional;

/** What LiYing hears and speaks with at the moment; either may be missing. */
interface Senses {

    Optional<SpeechRecognition> ears();

    Optional<SpeechSynthesis> voice();
}
