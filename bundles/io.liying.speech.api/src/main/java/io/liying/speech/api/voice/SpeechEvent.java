package io.liying.speech.api.voice;

import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;

/** What happens while a text is spoken, in order. The last one is {@link Ended} or {@link Failed}. */
public sealed interface SpeechEvent {

    /**
     * The sound that follows says this.
     *
     * @param text as it was written
     * @param spoken as the engine says it
     */
    record Sentence(String text, String spoken, Voice voice) implements SpeechEvent {}

    /** The next sound; within a speech the sample rate stays the same. */
    record Sound(Audio audio) implements SpeechEvent {}

    /** A word or a position of the mouth, its time counted from the begin of the sentence. */
    record Mark(SpeechMark mark) implements SpeechEvent {}

    /** All was said, or the speech was cancelled. */
    record Ended(boolean cancelled) implements SpeechEvent {}

    /** No engine could say it; what was said before stays said. */
    record Failed(SpeechException problem) implements SpeechEvent {}
}
