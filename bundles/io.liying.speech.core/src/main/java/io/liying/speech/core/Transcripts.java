package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.Transcript.Certainty;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several utterances as one transcript. */
final class Transcripts {

    private Transcripts() {}

    static Transcript with(Transcript transcript, List<RecognizedWord> words) {
        return new Transcript(
                transcript.text(),
                transcript.written(),
                transcript.language(),
                transcript.confidence(),
                words,
                transcript.engine(),
                transcript.alternatives(),
                transcript.engines(),
                transcript.certainty(),
                transcript.audio(),
                transcript.elapsed());
    }

    /**
     * Joins utterances; the language is that of the most speech, confidence is weighted by length.
     *
     * @param otherwise the language where nothing was heard
     */
    static Transcript joined(List<Transcript> heard, Language otherwise, Duration audio) {
        if (heard.isEmpty()) {
            return new Transcript(
                    "", "", otherwise, 0, List.of(), "", List.of(), List.of(), Certainty.NOTHING, audio, Duration.ZERO);
        }
        Map<Language, Double> lengths = new EnumMap<>(Language.class);
        double length = 0;
        double confidence = 0;
        Duration elapsed = Duration.ZERO;
        for (Transcript each : heard) {
            double seconds = each.audio().toNanos() / 1e9;
            lengths.merge(each.language(), seconds, Double::sum);
            length += seconds;
            confidence += seconds * each.confidence();
            elapsed = elapsed.plus(each.elapsed());
        }
        Language language = lengths.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
        Transcript longest =
                heard.stream().max(Comparator.comparing(Transcript::audio)).orElseThrow();
        return new Transcript(
                text(heard, Transcript::text, language),
                text(heard, Transcript::written, language),
                language,
                confidence / length,
                heard.stream().flatMap(each -> each.words().stream()).toList(),
                longest.engine(),
                heard.size() == 1 ? longest.alternatives() : List.of(),
                heard.stream().flatMap(each -> each.engines().stream()).toList(),
                heard.stream().allMatch(Transcript::sure) ? Certainty.SURE : Certainty.UNSURE,
                audio,
                elapsed);
    }

    private static String text(List<Transcript> heard, Function<Transcript, String> part, Language language) {
        String between = language == Language.CHINESE || language == Language.JAPANESE ? "" : " ";
        return heard.stream().map(part).collect(Collectors.joining(between));
    }
}
