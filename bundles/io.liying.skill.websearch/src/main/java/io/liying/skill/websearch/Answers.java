package io.liying.skill.websearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the services answer. Only web addresses are taken, and texts become plain and short. */
final class Answers {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_EXCERPT = 200;

    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    /**
     * Reads an answer.
     *
     * @return empty if it is none
     */
    Optional<List<Result>> read(String service, String body, int most) {
        JsonNode tree;
        try {
            tree = Json.MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
        if (tree == null || !tree.isObject()) {
            return Optional.empty();
        }
        List<Result> found = new ArrayList<>();
        switch (service) {
            case "brave" -> all(found, tree.path("web").path("results"), "title", "url", "description");
            case "duckduckgo" -> {
                add(
                        found,
                        tree.path("Heading").asText(""),
                        tree.path("AbstractURL").asText(""),
                        tree.path("AbstractText").asText(""));
                all(found, tree.path("Results"), "Text", "FirstURL", "");
                for (JsonNode topic : tree.path("RelatedTopics")) {
                    all(found, topic.path("Topics"), "Text", "FirstURL", "");
                    add(
                            found,
                            topic.path("Text").asText(""),
                            topic.path("FirstURL").asText(""),
                            "");
                }
            }
            default -> all(found, tree.path("results"), "title", "url", "content");
        }
        boolean known = tree.has("results") || tree.has("web") || tree.has("Heading") || tree.has("query");
        return known ? Optional.of(List.copyOf(found.subList(0, Math.min(most, found.size())))) : Optional.empty();
    }

    private static void all(List<Result> found, JsonNode items, String title, String link, String excerpt) {
        for (JsonNode item : items) {
            add(
                    found,
                    item.path(title).asText(""),
                    item.path(link).asText(""),
                    item.path(excerpt).asText(""));
        }
    }

    private static void add(List<Result> found, String title, String link, String excerpt) {
        try {
            URI address = new URI(link);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && !title.isBlank()) {
                found.add(new Result(
                        plain(title, LONGEST_TITLE),
                        address.toASCIIString(),
                        address.getHost().replaceFirst("^www\\.", ""),
                        plain(excerpt, LONGEST_EXCERPT)));
            }
        } catch (URISyntaxException malformed) {
            return; // a result without a usable address is none
        }
    }

    /** Without tags, and without what Markdown would take for a link or an emphasis. */
    private static String plain(String text, int longest) {
        String bare = text.replaceAll("<[^>]{0,200}>", "")
                .replace("&amp;", "&")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replaceAll("[\\[\\]*_`<>|\\\\]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return bare.length() <= longest ? bare : bare.substring(0, longest).strip() + "…";
    }
}
