package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What training and measuring found, for a terminal. */
final class NluReport {

    private static final int FEW = 10;

    private final Texts texts;
    private final int most;

    /** @param all whether lists are told to their end */
    NluReport(Texts texts, boolean all) {
        this.texts = texts;
        this.most = all ? Integer.MAX_VALUE : FEW;
    }

    String imported(JsonNode set) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(texts.text(
                "imported",
                Map.of(
                        "set",
                        set.path("id").asText(),
                        "sentences",
                        set.path("sentences").asText(),
                        "intents",
                        set.path("intents").size(),
                        "languages",
                        String.join(", ", names(set.path("languages"))))));
        int known = set.path("known").size();
        lines.add(texts.text(known == 0 ? "imported.alone" : "imported.known", "known", known));
        int problems = set.path("problem_count").asInt();
        if (problems > 0) {
            lines.add(texts.text("imported.problems", "count", problems));
            for (JsonNode problem : first(set.path("problems"))) {
                lines.add("  %5d  %s"
                        .formatted(
                                problem.path("line").asInt(),
                                problem.path("text").asText()));
            }
        }
        return lines.toString();
    }

    String sets(JsonNode document) {
        StringJoiner lines = new StringJoiner("\n");
        document.path("sets")
                .forEach(set -> lines.add("%-32s %8d  %s"
                        .formatted(
                                set.path("id").asText(),
                                set.path("sentences").asInt(),
                                String.join(",", names(set.path("languages"))))));
        return lines.length() == 0 ? texts.text("sets.none") : lines.toString();
    }

    String versions(JsonNode document) {
        StringJoiner lines = new StringJoiner("\n");
        for (JsonNode version : document.path("versions")) {
            lines.add("%4d  %-20s %-24s %7d  %s  %s"
                    .formatted(
                            version.path("number").asInt(),
                            version.path("model").asText(),
                            version.path("source").asText(),
                            version.path("sentences").asInt(),
                            version.has("accuracy") ? percent(version.path("accuracy")) : "",
                            version.path("active").asBoolean() ? texts.text("active") : "")
                    .stripTrailing());
        }
        return lines.length() == 0 ? texts.text("versions.none") : lines.toString();
    }

    String inUse(JsonNode version) {
        return texts.text(
                "inuse",
                Map.of(
                        "version",
                        version.path("number").asInt(),
                        "model",
                        version.path("model").asText()));
    }

    String result(JsonNode result) {
        StringJoiner lines = new StringJoiner("\n");
        if (result.has("evaluation")) {
            evaluation(result.path("evaluation"), lines);
        }
        if (result.has("comparison")) {
            comparison(result.path("comparison"), lines);
        }
        if (result.has("milliseconds")) {
            lines.add(texts.text(
                    "took", "seconds", number(result.path("milliseconds").asDouble() / 1000, 1)));
        }
        JsonNode version = result.path("version");
        if (version.isObject()) {
            boolean assistant = version.path("model").asText().equals("assistant");
            lines.add(texts.text(
                    assistant ? "kept" : "kept.alone",
                    "version",
                    version.path("number").asInt()));
        }
        return lines.toString();
    }

    private void evaluation(JsonNode report, StringJoiner lines) {
        figure(lines, "sentences", report.path("sentences").asText());
        String deviation = report.path("deviation").asDouble() > 0 ? " ± " + percent(report.path("deviation")) : "";
        figure(lines, "accuracy", percent(report.path("accuracy")) + deviation);
        figure(lines, "inscope", percent(report.path("in_scope")));
        figure(lines, "outofscope", percent(report.path("out_of_scope_recall")));
        figure(lines, "macrof1", percent(report.path("macro_f1")));
        figure(lines, "calibration", number(report.path("calibration_error").asDouble(), 3));
        figure(lines, "learning", number(report.path("learn_seconds").asDouble(), 1) + " s");
        figure(
                lines,
                "classifying",
                number(report.path("microseconds_per_sentence").asDouble(), 0) + " µs");
        lines.add("").add(texts.text("intents")).add(texts.text("columns"));
        List<JsonNode> intents = new ArrayList<>();
        report.path("intents").forEach(intents::add);
        intents.sort(Comparator.comparingDouble(intent -> intent.path("f1").asDouble()));
        intents.stream()
                .limit(most)
                .forEach(intent -> lines.add("  %6d  %8s  %8s  %8s  %s"
                        .formatted(
                                intent.path("sentences").asInt(),
                                percent(intent.path("precision")),
                                percent(intent.path("recall")),
                                percent(intent.path("f1")),
                                intent.path("intent").asText())));
        if (!report.path("confusions").isEmpty()) {
            lines.add("").add(texts.text("confusions"));
            for (JsonNode pair : first(report.path("confusions"))) {
                lines.add("  %4d  %s → %s: %s"
                        .formatted(
                                pair.path("count").asInt(),
                                pair.path("expected").asText(),
                                pair.path("predicted").asText(),
                                pair.path("examples").path(0).asText()));
            }
        }
        lines.add("").add(texts.text("languages"));
        for (JsonNode language : report.path("languages")) {
            lines.add("  %s  %6d  %8s  %d/%d"
                    .formatted(
                            language.path("language").asText(),
                            language.path("sentences").asInt(),
                            percent(language.path("accuracy")),
                            language.path("covered").asInt(),
                            language.path("intents").asInt()));
        }
        if (!report.path("left_out").isEmpty()) {
            List<String> labels = new ArrayList<>();
            first(report.path("left_out")).forEach(label -> labels.add(label.asText()));
            lines.add(texts.text(
                    "leftout", Map.of("count", report.path("left_out").size(), "labels", String.join(", ", labels))));
        }
        lines.add("");
    }

    private void comparison(JsonNode comparison, StringJoiner lines) {
        JsonNode first = comparison.path("first");
        JsonNode second = comparison.path("second");
        lines.add("%-28s %10s %10s"
                .formatted(
                        "",
                        first.path("subject").asText(),
                        second.path("subject").asText()));
        for (String name : List.of("accuracy", "in_scope", "out_of_scope_recall", "macro_f1")) {
            String key = name.replace("_", "").replace("outofscoperecall", "outofscope");
            lines.add("%-28s %10s %10s"
                    .formatted(texts.text(key), percent(first.path(name)), percent(second.path(name))));
        }
        lines.add(texts.text(
                "compared",
                Map.of(
                        "both", comparison.path("both_right").asInt(),
                        "first", comparison.path("first_only").asInt(),
                        "second", comparison.path("second_only").asInt(),
                        "neither", comparison.path("both_wrong").asInt(),
                        "chance", number(comparison.path("chance").asDouble(), 4))));
        for (JsonNode difference : first(comparison.path("differences"))) {
            lines.add("  %s  [%s]  %s | %s"
                    .formatted(
                            difference.path("text").asText(),
                            difference.path("expected").asText(),
                            difference.path("first").asText(),
                            difference.path("second").asText()));
        }
    }

    private void figure(StringJoiner lines, String key, String value) {
        lines.add("%-28s %s".formatted(texts.text(key), value));
    }

    private List<JsonNode> first(JsonNode list) {
        List<JsonNode> some = new ArrayList<>();
        list.forEach(one -> {
            if (some.size() < most) {
                some.add(one);
            }
        });
        return some;
    }

    private static List<String> names(JsonNode counts) {
        List<String> names = new ArrayList<>();
        counts.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String percent(JsonNode share) {
        return number(100 * share.asDouble(), 1) + " %";
    }

    private String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
