package io.liying.speech.core.voice;

import java.time.Duration;

/**
 * When an utterance begins and ends.
 *
 * @param end silence that ends an utterance
 * @param answerEnd the same after a question of LiYing
 * @param shortest less speech than this is no utterance
 * @param around sound kept before the first and after the last speech
 * @param timeout waiting for speech; zero for ever
 * @param longest an utterance is cut here
 */
public record Pauses(
        Duration end, Duration answerEnd, Duration shortest, Duration around, Duration timeout, Duration longest) {}
