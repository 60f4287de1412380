package io.liying.speech.api;

import java.time.Duration;

/** What happens while LiYing listens. Times count from the begin of the sound. */
public sealed interface HearingEvent {

    /** Somebody began to speak; what stops LiYing's own voice. */
    record SpeechStarted(Duration at) implements HearingEvent {}

    /** The text so far of the utterance that is being spoken; it may still change. */
    record Partial(String text, String engine) implements HearingEvent {}

    /** The utterance is over; {@link Heard} or {@link Unheard} follows. */
    record SpeechEnded(Duration at) implements HearingEvent {}

    /** An utterance with words; its {@link Transcript#sure} says whether to ask back. */
    record Heard(Transcript transcript, Audio sound) implements HearingEvent {}

    /** An utterance without words, or with words that an engine made up. */
    record Unheard(String reason) implements HearingEvent {}

    /** A wake word was said; what follows is heard. */
    record WakeWord(String phrase, Duration at) implements HearingEvent {}

    /** Nobody spoke within the time limit. */
    record TimedOut() implements HearingEvent {}

    /** No engine could hear the utterance. Listening goes on. */
    record Failed(SpeechException problem) implements HearingEvent {}
}
