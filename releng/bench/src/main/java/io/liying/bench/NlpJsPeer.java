package io.liying.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.bench.LabelledTexts.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** nlp.js on the same texts, fetched with npm where Node is present. */
final class NlpJsPeer {

    private static final String PACKAGE = "node-nlp@4.27.0";
    private static final long MOST_MINUTES = 8;

    private NlpJsPeer() {}

    static void run(Report report, LabelledTexts texts, Path work) throws Exception {
        if (!works(work, "npm", "--version")) {
            report.note("nlp.js is left out: there is no Node on this machine");
            return;
        }
        Path folder = Files.createDirectories(work.resolve("nlpjs"));
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        if (!works(folder, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE)) {
            report.note("nlp.js is left out: npm could not install " + PACKAGE);
            return;
        }
        try (InputStream script = NlpJsPeer.class.getResourceAsStream("nlpjs.js")) {
            Files.copy(script, folder.resolve("nlpjs.js"));
        }
        ObjectMapper json = new ObjectMapper();
        Map<String, Object> data = new TreeMap<>();
        data.put("language", texts.language().code());
        texts.parts().forEach((part, items) -> data.put(part, pairs(items)));
        json.writeValue(folder.resolve("data.json").toFile(), data);
        if (!works(folder, "node", "--max-old-space-size=4096", "nlpjs.js")) {
            report.note("nlp.js is left out: it did not end well within " + MOST_MINUTES + " minutes");
            return;
        }
        JsonNode figures = json.readTree(folder.resolve("figures.json").toFile());
        figures.properties()
                .forEach(figure -> report.figure(
                        "nlpjs_" + figure.getKey(), figure.getValue().asDouble()));
    }

    private static List<List<String>> pairs(List<Item> items) {
        List<List<String>> pairs = new ArrayList<>();
        items.forEach(item -> pairs.add(List.of(item.phrase().text(), item.intent())));
        return pairs;
    }

    private static boolean works(Path folder, String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
