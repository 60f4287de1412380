package io.liying.http.speech;

import io.liying.http.api.Response;
import io.liying.i18n.api.Language;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How OpenAI's interface writes transcripts. */
enum TranscriptFormat {
    JSON,
    TEXT,
    VERBOSE_JSON,
    SRT,
    VTT;

    static Optional<TranscriptFormat> of(String name) {
        for (TranscriptFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    static String text(List<Transcript> heard) {
        return heard.stream().map(Transcript::text).collect(Collectors.joining(" "));
    }

    Response response(String task, List<Transcript> heard, Language language, Duration duration) {
        return switch (this) {
            case JSON -> Response.ok(Map.of("text", text(heard)));
            case TEXT -> new Response.Text(200, "text/plain", text(heard) + "\n");
            case VERBOSE_JSON -> Response.ok(verbose(task, heard, language, duration));
            case SRT -> new Response.Text(200, "application/x-subrip", subtitles(heard, ','));
            case VTT -> new Response.Text(200, "text/vtt", "WEBVTT\n\n" + subtitles(heard, '.'));
        };
    }

    private static Map<String, Object> verbose(
            String task, List<Transcript> heard, Language language, Duration duration) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("task", task);
        document.put(
                "language", language.locale().getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
        document.put("duration", HeardRoutes.seconds(duration));
        document.put("text", text(heard));
        List<Map<String, Object>> words = new ArrayList<>();
        List<Map<String, Object>> segments = new ArrayList<>();
        for (Transcript transcript : heard) {
            if (task.equals("transcribe")) {
                transcript.words().forEach(word -> words.add(timed("word", word.text(), word.start(), word.end())));
            }
            Map<String, Object> segment = timed("text", transcript.text(), begin(transcript), end(transcript));
            segment.put("id", segments.size());
            segment.put("avg_logprob", Math.log(Math.max(1e-6, transcript.confidence())));
            segments.add(segment);
        }
        document.put("words", words);
        document.put("segments", segments);
        return document;
    }

    private static Map<String, Object> timed(String name, String text, Duration start, Duration end) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(name, text);
        document.put("start", HeardRoutes.seconds(start));
        document.put("end", HeardRoutes.seconds(end));
        return document;
    }

    private static String subtitles(List<Transcript> heard, char point) {
        StringBuilder lines = new StringBuilder();
        int number = 1;
        for (Transcript transcript : heard) {
            lines.append(number++)
                    .append('\n')
                    .append(clock(begin(transcript), point))
                    .append(" --> ")
                    .append(clock(end(transcript), point))
                    .append('\n')
                    .append(transcript.text())
                    .append("\n\n");
        }
        return lines.toString();
    }

    private static Duration begin(Transcript transcript) {
        return transcript.words().stream()
                .map(RecognizedWord::start)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration end(Transcript transcript) {
        return transcript.words().isEmpty()
                ? transcript.audio()
                : transcript.words().getLast().end();
    }

    private static String clock(Duration time, char point) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                point,
                time.toMillisPart());
    }
}
