package io.liying.plugin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginCatalogue;
import io.liying.plugin.api.PluginCatalogue.Offer;
import io.liying.plugin.api.PluginCatalogue.Query;
import io.liying.plugin.api.PluginCatalogue.State;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfiguredCataloguesTest {

    @TempDir
    Path folder;

    private Shelf shelf;
    private Visitor visitor;

    @BeforeEach
    void start() {
        shelf = new Shelf(folder.resolve("shelf"));
        visitor = new Visitor(folder.resolve("data"));
    }

    private PluginCatalogue visit() {
        return visitor.visit(shelf.folder().toString());
    }

    @Test
    void what_was_published_is_listed_and_installed() throws Exception {
        shelf.with("dice", "1.2.3");
        List<PluginEvent> steps = new ArrayList<>();

        Offer offer = visit().find(Query.ALL).getFirst();
        visit().install("dice", Optional.empty(), Set.of("*"), steps::add);

        assertThat(offer.id()).isEqualTo("dice");
        assertThat(offer.names()).containsEntry(Language.KOREAN, "주사위");
        assertThat(offer.licence()).isEqualTo("Apache-2.0");
        assertThat(offer.state()).isEqualTo(State.AVAILABLE);
        assertThat(offer.installed()).isEmpty();
        assertThat(offer.release().permissions().getFirst().code()).isEqualTo("network:api.example.org");
        assertThat(visitor.plugins.status("dice").orElseThrow().descriptor().version())
                .isEqualTo("1.2.3");
        assertThat(steps)
                .extracting(step -> step.reasons().get(Language.ENGLISH))
                .containsExactly("“dice” 1.2.3 was fetched from " + shelf.folder() + ".", "It answers.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dice", "DICE", "big rolls", "주사", "주사위를", "ＤＩＣＥ", "strassen", "STRASSEN", "würf"})
    void a_plugin_is_found_by_words_of_any_language(String words) throws Exception {
        shelf.with("dice", "1.2.3");

        assertThat(visit().find(new Query(words, Optional.empty(), false, false)))
                .hasSize(1);
    }

    @Test
    void other_words_and_languages_find_nothing() throws Exception {
        shelf.with("dice", "1.2.3");

        assertThat(visit().find(new Query("dice moon", Optional.empty(), false, false)))
                .isEmpty();
        assertThat(visit().find(new Query("", Optional.of(Language.FRENCH), false, false)))
                .isEmpty();
        assertThat(visit().find(new Query("", Optional.of(Language.GERMAN), false, false)))
                .hasSize(1);
    }

    @Test
    void a_newer_version_is_an_update_unless_the_plugin_is_pinned() throws Exception {
        shelf.with("dice", "1.2.3");
        PluginCatalogue catalogue = visit();
        catalogue.install("dice", Optional.empty(), Set.of("*"), step -> {});
        Query updates = new Query("", Optional.empty(), true, false);
        assertThat(catalogue.find(updates)).isEmpty();
        assertThat(catalogue.find(Query.ALL)).extracting(Offer::state).containsExactly(State.CURRENT);

        shelf.with("dice", "1.10.0");
        catalogue.refresh();

        assertThat(catalogue.find(updates)).extracting(Offer::state).containsExactly(State.UPDATE);
        assertThat(catalogue.find(updates).getFirst().installed()).contains("1.2.3");
        visitor.plugins.pin("dice", true);
        assertThat(catalogue.find(updates)).extracting(Offer::state).containsExactly(State.HELD);
    }

    @Test
    void of_several_versions_the_newest_that_works_here_is_offered() throws Exception {
        shelf.with("dice", "1.0.0")
                .with("dice", "2.0.0", "io.liying.skill.api;version=\"[1.2,2)\",io.liying.plugin.api")
                .with("dice", "3.0.0", "io.liying.skill.api;version=\"[2.0,3)\"");

        Offer offer = visit().find(Query.ALL).getFirst();

        assertThat(offer.release().version()).isEqualTo("2.0.0");
        assertThat(offer.releases().getFirst().missing()).containsExactly("io.liying.skill.api [2.0,3)");
        assertThatThrownBy(() -> visit().install("dice", Optional.of("3.0.0"), Set.of("*"), step -> {}))
                .isInstanceOf(PluginException.class)
                .hasMessage("catalogue.incompatible: “dice” 3.0.0 does not work here: io.liying.skill.api [2.0,3) is "
                        + "missing. Update LiYing or choose another version.");
        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void what_works_nowhere_here_is_shown_but_can_be_left_out() throws Exception {
        shelf.with("dice", "3.0.0", "io.liying.moon.api");

        assertThat(visit().find(Query.ALL)).extracting(Offer::state).containsExactly(State.INCOMPATIBLE);
        assertThat(visit().find(Query.ALL).getFirst().release().missing()).containsExactly("io.liying.moon.api");
        assertThat(visit().find(new Query("", Optional.empty(), false, true))).isEmpty();
    }

    @Test
    void a_newer_java_and_unknown_permissions_are_missing_here() throws Exception {
        shelf.with("dice", "1.0.0");
        String index = Files.readString(shelf.index());
        Files.writeString(
                shelf.index(),
                index.replace("\"java\" : 8", "\"java\" : 99")
                        .replace("\"kind\" : \"network\"", "\"kind\" : \"smell\""));

        assertThat(visit().find(Query.ALL).getFirst().release().missing()).containsExactly("smell", "Java 99");
    }

    @Test
    void a_later_catalogue_cannot_replace_a_plugin_of_an_earlier_one() throws Exception {
        shelf.with("dice", "1.0.0");
        Shelf other = new Shelf(folder.resolve("other")).with("dice", "9.0.0").with("moon", "1.0.0");

        PluginCatalogue catalogue =
                visitor.visit(shelf.folder().toString(), other.folder().toUri().toString());

        assertThat(catalogue.find(Query.ALL))
                .extracting(offer -> offer.id() + " " + offer.release().version())
                .containsExactly("dice 1.0.0", "moon 1.0.0");
    }

    @Test
    void a_changed_file_is_not_installed_and_nothing_is_left() throws Exception {
        shelf.with("dice", "1.0.0");
        Path file = shelf.folder().resolve("plugins/dice/1.0.0/dice-1.0.0.jar");
        byte[] bytes = Files.readAllBytes(file);
        String before = Files256.of(bytes);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> visit().install("dice", Optional.empty(), Set.of("*"), step -> {}))
                .hasMessage("catalogue.file.changed: The file of “dice” 1.0.0 from " + shelf.folder()
                        + " is not the one that the catalogue lists: its SHA-256 is " + Files256.of(bytes) + ", not "
                        + before + ". Nothing was installed.");

        assertThat(visitor.plugins.list()).isEmpty();
        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void a_catalogue_cannot_give_one_plugin_in_the_name_of_another() throws Exception {
        shelf.with("dice", "1.0.0");
        Files.writeString(
                shelf.index(), Files.readString(shelf.index()).replace("\"id\" : \"dice\"", "\"id\" : \"moon\""));

        assertThatThrownBy(() -> visit().install("moon", Optional.empty(), Set.of("*"), step -> {}))
                .hasMessage("catalogue.file.other: The catalogue " + shelf.folder()
                        + " gave “dice 1.0.0” as “moon” 1.0.0. Nothing was installed. Tell its maker.");

        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void a_link_out_of_the_folder_is_not_followed() throws Exception {
        shelf.with("dice", "1.0.0");
        Path file = shelf.folder().resolve("plugins/dice/1.0.0/dice-1.0.0.jar");
        Path outside = Files.move(file, folder.resolve("outside.jar"));
        Files.createSymbolicLink(file, outside);

        assertThatThrownBy(() -> visit().install("dice", Optional.empty(), Set.of("*"), step -> {}))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        refused -> assertThat(refused.code()).isEqualTo("catalogue.unreachable"));
        assertThat(visitor.kept()).isEmpty();
    }

    @Test
    void unknown_plugins_and_versions_are_refused() throws Exception {
        shelf.with("dice", "1.0.0");

        assertThatThrownBy(() -> visit().install("moon", Optional.empty(), Set.of(), step -> {}))
                .hasMessage("catalogue.plugin.unknown: No catalogue offers “moon”.");
        assertThatThrownBy(() -> visit().install("dice", Optional.of("7.0.0"), Set.of(), step -> {}))
                .hasMessage("catalogue.version.unknown: The catalogue has no version 7.0.0 of “dice”.");
    }

    @Test
    void without_a_source_the_mirror_answers_and_installs() throws Exception {
        shelf.with("dice", "1.0.0");
        PluginCatalogue first = visit();
        first.inspect("dice", Optional.empty());
        Files.move(shelf.folder(), folder.resolve("away"));

        PluginCatalogue later = visit();
        List<PluginCatalogue.Source> sources = later.refresh();
        later.install("dice", Optional.empty(), Set.of("*"), step -> {});

        assertThat(later.find(Query.ALL)).hasSize(1);
        assertThat(sources.getFirst().fetched()).isPresent();
        assertThat(sources.getFirst().problem().get(Language.ENGLISH))
                .startsWith("The catalogue " + shelf.folder() + " does not answer: NoSuchFileException")
                .endsWith("What was fetched earlier is shown.");
        assertThat(visitor.plugins.list()).hasSize(1);
    }

    @Test
    void files_beyond_the_limit_make_room_but_the_last_one_counts() throws Exception {
        shelf.with("dice", "1.0.0").with("moon", "1.0.0");
        long one = Files.size(shelf.folder().resolve("plugins/moon/1.0.0/moon-1.0.0.jar"));
        PluginCatalogue catalogue = visitor.visit(one, shelf.folder().toString());
        catalogue.inspect("dice", Optional.empty());
        List<String> before = visitor.kept();
        visitor.clock.advance(java.time.Duration.ofMinutes(1));

        catalogue.inspect("moon", Optional.empty());

        assertThat(before).hasSize(1);
        assertThat(visitor.kept()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void addresses_that_may_not_be_asked_are_named() throws Exception {
        PluginCatalogue catalogue = visitor.visit("http://example.org/plugins", "ftp://example.org", " ");

        assertThat(catalogue.find(Query.ALL)).isEmpty();
        assertThat(catalogue.sources()).hasSize(2);
        assertThat(catalogue.sources().getFirst().problem().get(Language.ENGLISH))
                .isEqualTo("“http://example.org/plugins” is no address of a catalogue. It must begin with https:// "
                        + "(http:// is allowed for this machine only) or be a folder. Correct it in "
                        + "plugins.catalogues.");
    }

    @Test
    void nothing_is_written_without_catalogues() throws Exception {
        assertThat(visitor.visit().find(Query.ALL)).isEmpty();
        assertThat(visitor.visit().refresh()).isEmpty();

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void addresses_are_understood() {
        assertThat(Address.of("https://example.org/shelf").orElseThrow())
                .isEqualTo(new Address.Web(
                        "https://example.org/shelf", java.net.URI.create("https://example.org/shelf/index.json")));
        assertThat(((Address.Web)
                                Address.of("http://127.0.0.1:8080/a/index.json").orElseThrow())
                        .file("plugins/a.jar"))
                .hasToString("http://127.0.0.1:8080/a/plugins/a.jar");
        for (String wrong : List.of(
                "https://user:word@example.org/",
                "https://",
                "https://example.org/?a=b",
                "https://example.org/#a",
                "http://127.0.0.1.example.org/",
                "file://server/share",
                "https://exa mple.org")) {
            assertThat(Address.of(wrong)).as(wrong).isEmpty();
        }
        assertThat(Address.of("shelf")).isPresent();
    }
}
