package io.liying.speech.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The index of models: {@code models.json} beside this class, or of the same form in the mirror. */
final class ModelIndex {

    /**
     * A line of the index.
     *
     * @param bytes of the download, about
     * @param sha256 of the download in hexadecimal; empty if its makers do not publish one
     */
    record Entry(
            String id,
            String engine,
            Set<Language> languages,
            long bytes,
            int memoryMegabytes,
            String licence,
            String quality,
            String url,
            String sha256) {

        /** The last part of its address. */
        String file() {
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private ModelIndex() {}

    static List<Entry> read(InputStream in) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode model : JSON.readTree(in).path("models")) {
            Set<Language> languages = EnumSet.noneOf(Language.class);
            for (JsonNode code : model.path("languages")) {
                Language.of(code.asText()).ifPresent(languages::add);
            }
            String id = model.path("id").asText();
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IOException("the id \"" + id + "\" is no name for a folder");
            }
            entries.add(new Entry(
                    id,
                    model.path("engine").asText(),
                    languages,
                    model.path("megabytes").asLong() << 20,
                    model.path("memory_mb").asInt(),
                    model.path("licence").asText(),
                    model.path("quality").asText(),
                    model.path("url").asText(),
                    model.path("sha256").asText("")));
        }
        return entries;
    }
}
