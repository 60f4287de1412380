package io.liying.speech.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognitionResult.Alternative;
import io.liying.speech.api.RecognizedWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What Vosk says in JSON. */
final class VoskJson {

    /** What Vosk gives for speech outside of its words. */
    static final String UNKNOWN = "[unk]";

    private static final JsonMapper JSON = new JsonMapper();

    private VoskJson() {}

    static String partial(String json) {
        return read(json)
                .path("partial")
                .asText("")
                .replace(UNKNOWN, "")
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** The words of a result, those outside of the vocabulary included. */
    static List<RecognizedWord> words(String json) {
        List<RecognizedWord> words = new ArrayList<>();
        for (JsonNode word : read(json).path("result")) {
            words.add(new RecognizedWord(
                    word.path("word").asText(),
                    seconds(word.path("start")),
                    seconds(word.path("end")),
                    Math.clamp(word.path("conf").asDouble(), 0.0, 1.0)));
        }
        return words;
    }

    /** The readings of a result with several. Vosk scores them by log likelihood, here made a probability among them. */
    static List<Alternative> readings(String json) {
        JsonNode readings = read(json).path("alternatives");
        double best = Double.NEGATIVE_INFINITY;
        for (JsonNode reading : readings) {
            best = Math.max(best, reading.path("confidence").asDouble());
        }
        double sum = 0;
        for (JsonNode reading : readings) {
            sum += Math.exp(reading.path("confidence").asDouble() - best);
        }
        List<Alternative> all = new ArrayList<>();
        for (JsonNode reading : readings) {
            String text = reading.path("text").asText("").strip();
            if (!text.isEmpty()) {
                double share = Math.exp(reading.path("confidence").asDouble() - best) / sum;
                all.add(new Alternative(text, share, VoskRecognizer.ID));
            }
        }
        return all;
    }

    /** Joins the words of an utterance; its confidence is the mean, and words outside of the vocabulary count as 0. */
    static RecognitionResult result(List<RecognizedWord> words, List<Alternative> alternatives) {
        List<RecognizedWord> known =
                words.stream().filter(word -> !word.text().equals(UNKNOWN)).toList();
        if (known.isEmpty()) {
            return RecognitionResult.nothing();
        }
        double sum = known.stream().mapToDouble(RecognizedWord::confidence).sum();
        String text = String.join(" ", known.stream().map(RecognizedWord::text).toList());
        return new RecognitionResult(text, sum / words.size(), known, alternatives);
    }

    static String grammar(List<String> phrases) {
        List<String> all = new ArrayList<>(phrases);
        all.add(UNKNOWN);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Duration seconds(JsonNode value) {
        return Duration.ofNanos(Math.round(value.asDouble() * 1e9));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("Vosk gave no JSON: " + json, malformed);
        }
    }
}
