package io.liying.plugin.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.plugin.api.PluginCatalogue.Release;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** Reads {@code index.json}, format 1; what breaks a rule is refused with its place. Safe for use by many threads. */
final class IndexReader {

    /** Of the index. */
    static final int LARGEST = 8 << 20;

    private static final int FORMAT = 1;
    private static final int MOST_PLUGINS = 5_000;
    private static final int MOST_VERSIONS = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern HOMEPAGE = Pattern.compile("|https?://\\S+");
    private static final Set<String> RESERVED = Set.of("catalogue");

    private final Refusals refusals;

    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final ObjectMapper MAPPER = strict();
    }

    IndexReader(Refusals refusals) {
        this.refusals = refusals;
    }

    private static ObjectMapper strict() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(30)
                .maxNumberLength(30)
                .maxStringLength(100_000)
                .build();
        JsonFactory factory = new JsonFactoryBuilder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * @param source for refusals
     * @throws PluginException if it is not an index of format 1
     */
    List<Listing> read(byte[] json, String source) throws PluginException {
        try {
            Node index = new Node(Json.MAPPER.readTree(json), "");
            if (!index.json().isObject()) {
                throw new IndexException("{…}");
            }
            JsonNode format = index.json().path("format");
            if (!format.isIntegralNumber()) {
                throw new IndexException("format");
            }
            if (!format.canConvertToInt() || format.intValue() != FORMAT) {
                throw refusals.refuse("catalogue.index.format", Map.of("source", source, "format", format.asText()));
            }
            return plugins(index);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String place = at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr();
            throw refusals.refuse("catalogue.index.broken", Map.of("source", source, "place", place), malformed);
        } catch (IndexException broken) {
            throw refusals.refuse("catalogue.index.broken", Map.of("source", source, "place", broken.place()), broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private static List<Listing> plugins(Node index) throws IndexException {
        List<Listing> listings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node plugin : index.objects("plugins", 0, MOST_PLUGINS)) {
            Listing listing = plugin(plugin);
            if (!ids.add(listing.id())) {
                throw plugin.broken("id");
            }
            if (!RESERVED.contains(listing.id())) {
                listings.add(listing);
            }
        }
        if (!index.has("plugins")) {
            throw index.broken("plugins");
        }
        return listings;
    }

    private static Listing plugin(Node plugin) throws IndexException {
        String id = plugin.text("id", ID, 100);
        var names = plugin.texts("name", LONGEST_NAME);
        var descriptions = plugin.texts("description", LONGEST_SENTENCE);
        List<Release> releases = new ArrayList<>();
        for (Node version : plugin.objects("versions", 1, MOST_VERSIONS)) {
            Release release = ReleaseReader.read(version);
            boolean sorted = releases.isEmpty()
                    || Version.parseVersion(releases.getLast().version())
                                    .compareTo(Version.parseVersion(release.version()))
                            > 0;
            if (!sorted) {
                throw version.broken("version");
            }
            releases.add(release);
        }
        String searched = Words.plain(
                id + "\n" + String.join("\n", names.values()) + "\n" + String.join("\n", descriptions.values()));
        String homepage = plugin.has("homepage") ? plugin.text("homepage", HOMEPAGE, LONGEST_SENTENCE) : "";
        return new Listing(
                id,
                names,
                descriptions,
                plugin.text("author", LONGEST_NAME),
                plugin.text("license", LONGEST_NAME),
                homepage,
                releases,
                searched);
    }
}
