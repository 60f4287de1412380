package io.liying.speech.api.voice;

import io.liying.conversation.api.TurnEvent;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.Transcript;

/** What happens in a conversation by voice, in order. */
public sealed interface VoiceEvent {

    /** The person began to speak. */
    record SpeechStarted() implements VoiceEvent {}

    /** What the person is saying, as far as it is known; it may still change. */
    record Partial(String text) implements VoiceEvent {}

    /** The person has finished. */
    record SpeechEnded() implements VoiceEvent {}

    /** What the person said; a turn with it begins. */
    record Heard(Transcript transcript) implements VoiceEvent {}

    /** The person said something that is too uncertain to act on, or only noise. */
    record Unheard(String text) implements VoiceEvent {}

    /** A stop word ended LiYing's speech; no turn begins. */
    record StopWord(String text) implements VoiceEvent {}

    /** Something in the turn. */
    record InTurn(TurnEvent event) implements VoiceEvent {}

    /**
     * The sound that follows says this.
     *
     * @param turnId empty if it is no answer
     * @param text as it was written
     * @param sampleRate of the sound that follows
     */
    record Speaking(String turnId, String text, int sampleRate) implements VoiceEvent {}

    /** The next sound to play. */
    record Sound(Audio audio) implements VoiceEvent {}

    /**
     * Stop the sound now and forget what waits to be played.
     *
     * @param heard what the person had heard of it
     */
    record Hush(String turnId, String heard) implements VoiceEvent {}

    /** All sound was given out; it may still be playing. */
    record Spoken(String turnId) implements VoiceEvent {}

    /** Hearing or speaking failed; the conversation goes on as far as it can. */
    record Problem(SpeechException problem) implements VoiceEvent {}
}
