package io.liying.console.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What catalogues offer as lines of text, from the server's JSON. */
final class CatalogueReport {

    private final Texts texts;

    CatalogueReport(Texts texts) {
        this.texts = texts;
    }

    /** @param none the key of the text for an empty list */
    String offers(JsonNode answer, String none) {
        List<String> lines = new ArrayList<>();
        for (JsonNode offer : answer.path("plugins")) {
            lines.add("%-20s %-10s %s  %s"
                    .formatted(
                            offer.path("id").asText(),
                            offer.path("version").asText(),
                            state(offer),
                            offer.path("name").asText()));
            String description = offer.path("description").asText();
            if (!description.isEmpty()) {
                lines.add("    " + description);
            }
        }
        if (lines.isEmpty()) {
            lines.add(texts.text(none));
        }
        for (JsonNode source : answer.path("sources")) {
            // a list that lacks what a silent catalogue would offer says so
            String problem = source.path("problem").asText();
            if (!problem.isEmpty()) {
                lines.add(problem);
            }
        }
        return String.join("\n", lines);
    }

    private String state(JsonNode offer) {
        List<String> missing = new ArrayList<>();
        offer.path("missing").forEach(need -> missing.add(need.asText()));
        return texts.text(
                "offer." + offer.path("state").asText("available"),
                Map.of("installed", offer.path("installed").asText(), "missing", String.join(", ", missing)));
    }

    String sources(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode source : answer.path("sources")) {
            Map<String, String> values = Map.of(
                    "address", source.path("address").asText(),
                    "plugins", source.path("plugins").asText(),
                    "time", source.path("fetched").asText());
            lines.add(texts.text(source.path("fetched").isTextual() ? "catalogue" : "catalogue.never", values));
            String problem = source.path("problem").asText();
            if (!problem.isEmpty()) {
                lines.add("    " + problem);
            }
        }
        return String.join("\n", lines);
    }
}
