package io.liying.nlu.training.read;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.training.LineProblem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes what a file has, line by line: what counts, and why the rest does not. Used by one thread. */
final class Sentences {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final int LONGEST_INTENT = 100;
    private static final int SHOWN = 60;

    private final ReadLimits limits;
    private final List<Entry> kept = new ArrayList<>();
    private final Map<String, Entry> byText = new HashMap<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private int problemCount;
    private int entries;

    Sentences(ReadLimits limits) {
        this.limits = limits;
    }

    List<Entry> kept() {
        return kept;
    }

    List<LineProblem> problems() {
        return problems;
    }

    int problemCount() {
        return problemCount;
    }

    /** How many entries the file had. */
    int entries() {
        return entries;
    }

    /** Notes that a line does not count. */
    void refuse(int line, String code, Map<String, Object> details) {
        entries++;
        problemCount++;
        if (problems.size() < limits.problems()) {
            problems.add(new LineProblem(line, code, details));
        }
    }

    void refuse(int line, String code) {
        refuse(line, code, Map.of());
    }

    void add(Entry found) {
        String text = oneLine(found.text());
        String intent = Sentence.label(oneLine(found.intent()));
        Optional<String> wrong = wrong(text, intent, found.language());
        if (wrong.isPresent()) {
            refuse(found.line(), wrong.get(), details(text, intent, found.language()));
            return;
        }
        Entry entry = new Entry(found.line(), text, intent, found.language());
        Entry earlier = byText.get(text);
        if (earlier != null) {
            boolean same = earlier.intent().equals(intent);
            refuse(
                    found.line(),
                    same ? "line.repeated" : "line.contradicts",
                    Map.of("text", shown(text), "intent", intent, "other", earlier.intent(), "line", earlier.line()));
            return;
        }
        if (kept.size() >= limits.sentences()) {
            refuse(found.line(), "line.toomany", Map.of("most", limits.sentences()));
            return;
        }
        entries++;
        byText.put(text, entry);
        kept.add(entry);
    }

    private Optional<String> wrong(String text, String intent, String language) {
        if (text.isEmpty()) {
            return Optional.of("line.text");
        }
        if (intent.isEmpty()) {
            return Optional.of("line.intent");
        }
        if (text.length() > limits.characters()) {
            return Optional.of("line.long");
        }
        if (intent.length() > LONGEST_INTENT || intent.indexOf('\uFFFD') >= 0) {
            return Optional.of("line.intent.name");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return Optional.of("line.encoding");
        }
        if (!language.isEmpty() && Language.of(language).isEmpty()) {
            return Optional.of("line.language");
        }
        try {
            return MarkedPhrase.parse(text).text().isBlank() ? Optional.of("line.text") : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.of("line.mark");
        }
    }

    private Map<String, Object> details(String text, String intent, String language) {
        return Map.of(
                "text", shown(text), "intent", shown(intent), "language", shown(language), "most", limits.characters());
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String oneLine(String text) {
        return Normalizer.normalize(BLANKS.matcher(text).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }
}
