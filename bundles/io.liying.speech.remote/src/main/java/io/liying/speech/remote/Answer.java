package io.liying.speech.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a server heard: OpenAI's {@code verbose_json}, of which many servers give only {@code text}. */
final class Answer {

    /** Of servers that do not say how sure they are: enough to be acted on alone, not enough against a sure engine. */
    private static final double UNTOLD = 0.75;

    private static final JsonMapper JSON = new JsonMapper();

    private Answer() {}

    /** @throws IOException if it is no such JSON */
    static RecognitionResult read(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        if (json == null || !json.path("text").isTextual()) {
            throw new IOException("its answer has no \"text\"");
        }
        double confidence = confidence(json.path("segments"));
        List<RecognizedWord> words = new ArrayList<>();
        for (JsonNode word : json.path("words")) {
            Duration start = seconds(word.path("start"));
            Duration end = seconds(word.path("end"));
            words.add(new RecognizedWord(
                    word.path("word").asText().strip(), start, end.compareTo(start) < 0 ? start : end, confidence));
        }
        return new RecognitionResult(json.path("text").asText(), confidence, words, List.of());
    }

    /** The mean probability of a token, by segment and its length; what is probably no speech counts as 0. */
    private static double confidence(JsonNode segments) {
        double sum = 0;
        double chars = 0;
        for (JsonNode segment : segments) {
            if (segment.path("avg_logprob").isNumber()) {
                double length = Math.max(1, segment.path("text").asText("").length());
                double speech = 1 - Math.clamp(segment.path("no_speech_prob").asDouble(0), 0.0, 1.0);
                sum += length * Math.exp(Math.min(0, segment.path("avg_logprob").asDouble())) * speech;
                chars += length;
            }
        }
        return chars == 0 ? UNTOLD : sum / chars;
    }

    private static Duration seconds(JsonNode value) {
        return Duration.ofNanos(Math.round(Math.clamp(value.asDouble(), 0.0, 86_400.0) * 1e9));
    }
}
