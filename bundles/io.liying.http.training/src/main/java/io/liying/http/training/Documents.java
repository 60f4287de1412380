package io.liying.http.training;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.training.DataSet;
import io.liying.nlu.api.training.LineProblem;
import io.liying.nlu.api.training.ReviewItem;
import io.liying.nlu.api.training.Run;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.Training;
import io.liying.nlu.api.training.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is sent of data sets, runs, versions and turns under review. */
final class Documents {

    /** Made when the first report is asked for, which is long after the start. */
    private static final class Reports {
        static final JsonMapper JSON = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    private Documents() {}

    static Map<String, Object> set(DataSet set, Training training, Language reader) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", set.id());
        document.put("name", set.name());
        document.put("imported_at", set.importedAt().toString());
        document.put("sentences", set.sentences());
        document.put("intents", new TreeMap<>(set.intents()));
        document.put("languages", new TreeMap<>(set.languages()));
        document.put("known", set.known());
        document.put("lines", set.lines());
        document.put("problem_count", set.problemCount());
        List<Map<String, Object>> problems = new ArrayList<>();
        for (LineProblem problem : set.problems()) {
            problems.add(
                    Map.of("line", problem.line(), "code", problem.code(), "text", training.explain(problem, reader)));
        }
        document.put("problems", problems);
        return document;
    }

    static Map<String, Object> version(Version version) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", version.number());
        document.put("model", version.model());
        document.put("source", version.source());
        document.put("created_at", version.createdAt().toString());
        document.put("sentences", version.sentences());
        document.put("active", version.active());
        version.accuracy().ifPresent(value -> document.put("accuracy", value));
        version.macroF1().ifPresent(value -> document.put("macro_f1", value));
        return document;
    }

    /** Without its report. */
    static Map<String, Object> progress(Run run, Training training, Language reader) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", run.id());
        order(run.order(), document);
        document.put("state", run.state().name().toLowerCase(Locale.ROOT));
        document.put("phase", run.phase());
        document.put("done", run.done());
        document.put("total", run.total());
        document.put("started_at", run.startedAt().toString());
        document.put("milliseconds", run.milliseconds());
        run.version().ifPresent(version -> document.put("version", version(version)));
        run.failure().ifPresent(failure -> document.put("problem", training.explain(failure, reader)));
        return document;
    }

    static Map<String, Object> run(Run run, Training training, Language reader) {
        Map<String, Object> document = progress(run, training, reader);
        run.evaluation().ifPresent(evaluation -> document.put("evaluation", report(evaluation)));
        run.comparison().ifPresent(comparison -> document.put("comparison", report(comparison)));
        return document;
    }

    /** A record of figures with its names in snake case. */
    static Map<?, ?> report(Record figures) {
        return Reports.JSON.convertValue(figures, LinkedHashMap.class);
    }

    private static void order(RunOrder order, Map<String, Object> document) {
        document.put("set", order.set());
        switch (order) {
            case RunOrder.Train train -> {
                document.put("kind", "train");
                train.test().ifPresent(test -> document.put("test", test));
            }
            case RunOrder.Evaluate evaluate -> {
                document.put("kind", "evaluate");
                document.put("subject", evaluate.subject());
            }
            case RunOrder.CrossValidate cross -> {
                document.put("kind", "cross-validate");
                document.put("folds", cross.folds());
            }
            case RunOrder.Compare compare -> {
                document.put("kind", "compare");
                document.put("first", compare.first());
                document.put("second", compare.second());
            }
        }
    }

    static Map<String, Object> item(ReviewItem item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", item.id());
        document.put("at", item.at().toString());
        document.put("text", item.text());
        document.put("language", item.language().code());
        document.put("understood", item.understood());
        document.put("confidence", item.confidence());
        document.put(
                "candidates",
                item.candidates().stream()
                        .map(one -> Map.of("intent", one.value(), "confidence", one.confidence()))
                        .toList());
        return document;
    }
}
