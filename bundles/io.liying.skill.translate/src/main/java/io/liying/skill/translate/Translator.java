package io.liying.skill.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.i18n.api.Language;
import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebException;
import io.liying.network.api.WebRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks LibreTranslate or DeepL, and keeps what they said. Safe for use by many threads. */
final class Translator {

    private static final int MOST_BYTES = 200_000;

    private final WebClient client;
    private final TranslateConfig config;
    private final Map<String, String> kept;

    Translator(WebClient client, TranslateConfig config) {
        this.client = client;
        this.config = config;
        kept = new Bounded(config.translate_cache());
    }

    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    private static final class Bounded extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1;

        private final int most;

        Bounded(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > most;
        }
    }

    /**
     * Translates.
     *
     * @return empty if the answer is an error or nonsense
     * @throws IllegalArgumentException if the configured address is none
     */
    Optional<String> translate(String text, Language from, Language to) throws WebException, InterruptedException {
        String key = from.code() + to.code() + text;
        synchronized (kept) {
            String known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        WebAnswer answer =
                client.send(config.translate_service().equals("deepl") ? deepl(text, from, to) : libre(text, from, to));
        Optional<String> translated =
                answer.succeeded() ? read(answer.body()).filter(found -> !found.isBlank()) : Optional.empty();
        synchronized (kept) {
            translated.ifPresent(found -> kept.put(key, found));
        }
        return translated;
    }

    private WebRequest libre(String text, Language from, Language to) {
        Map<String, Object> body =
                new HashMap<>(Map.of("q", text, "source", from.code(), "target", to.code(), "format", "text"));
        if (!config._translate_key().isBlank()) {
            body.put("api_key", config._translate_key());
        }
        return request("/translate", Map.of(), body);
    }

    private WebRequest deepl(String text, Language from, Language to) {
        return request(
                "/v2/translate",
                Map.of("Authorization", "DeepL-Auth-Key " + config._translate_key()),
                Map.of(
                        "text", List.of(text),
                        "source_lang", from.code().toUpperCase(Locale.ROOT),
                        "target_lang", to.code().toUpperCase(Locale.ROOT)));
    }

    private WebRequest request(String path, Map<String, String> headers, Map<String, Object> body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        try {
            return new WebRequest(
                    WebRequest.address(config.translate_url(), path, Map.of()),
                    all,
                    Optional.of(Json.MAPPER.writeValueAsString(body)),
                    Duration.ofSeconds(config.translate_seconds()),
                    MOST_BYTES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text cannot be written as JSON", impossible);
        }
    }

    private Optional<String> read(String body) {
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            JsonNode text = config.translate_service().equals("deepl")
                    ? tree.path("translations").path(0).path("text")
                    : tree.path("translatedText");
            return text.isTextual() ? Optional.of(text.textValue()) : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }
}
