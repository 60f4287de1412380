package io.liying.skill.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Preferences;
import io.liying.skill.api.Formality;
import io.liying.testkit.PersonMemoryFake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MemoryResourceTest {

    private final PersonMemoryFake memory = new PersonMemoryFake();
    private final MemoryResource resource = new MemoryResource(memory, new MessageFiles());

    private static Asked asked(String who, String fact) {
        return new Asked(who, Language.ENGLISH, fact, Map.of());
    }

    private static Asked saying(Language language, String text) {
        return new Asked("ann", language, "", Map.of("text", text));
    }

    @Test
    void every_route_is_for_the_person_herself() {
        assertThat(resource.routes())
                .extracting(route -> route.method() + " " + route.path())
                .containsExactly(
                        "GET /api/v1/memory",
                        "DELETE /api/v1/memory",
                        "POST /api/v1/memory/facts",
                        "DELETE /api/v1/memory/facts/{fact_id}",
                        "GET /api/v1/memory/export");
        assertThat(resource.routes()).extracting(Route::access).containsOnly(Route.Access.PERSON);
    }

    @Test
    void facts_and_preferences_are_read() throws Exception {
        resource.add(saying(Language.ENGLISH, " my car is in P3 "));
        memory.prefer("ann", Preferences.NONE.withFormality(Language.GERMAN, Formality.FORMAL));

        assertThat(resource.read(asked("ann", "")))
                .isEqualTo(Response.ok(Map.of(
                        "facts",
                        List.of(Map.of(
                                "id", "fact-1",
                                "text", "my car is in P3",
                                "language", "en",
                                "at", "1970-01-01T00:00:01Z")),
                        "preferences",
                        Map.of("formality", Map.of("de", "formal")))));
        assertThat(resource.read(asked("bob", "")))
                .isEqualTo(Response.ok(Map.of("facts", List.of(), "preferences", Map.of())));
    }

    @Test
    void another_persons_fact_does_not_exist() throws Exception {
        resource.add(saying(Language.ENGLISH, "my car is in P3"));

        assertThatThrownBy(() -> resource.forget(asked("bob", "fact-1")))
                .hasMessage("There is no such fact. It may be forgotten already.")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(resource.forget(asked("ann", "fact-1"))).isEqualTo(new Response.Empty());
        assertThat(memory.facts("ann")).isEmpty();
    }

    @Test
    void everything_is_forgotten_and_taken_away() throws Exception {
        resource.add(saying(Language.ENGLISH, "my car is in P3"));

        assertThat(resource.export(asked("ann", "markdown")))
                .isEqualTo(new Response.Download("text/markdown", "memory.md", "MARKDOWN [my car is in P3]"));
        assertThat(resource.export(asked("ann", "json")))
                .isEqualTo(new Response.Download("application/json", "memory.json", "JSON [my car is in P3]"));
        assertThat(resource.clear(asked("ann", ""))).isEqualTo(new Response.Empty());
        assertThat(memory.facts("ann")).isEmpty();
    }

    @Test
    void an_unknown_format_is_refused() {
        assertThatThrownBy(() -> resource.export(asked("ann", "pdf"))).hasMessage("The format is json or markdown.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|1자에서 500자까지의 글을 보내 주세요.",
                "ENGLISH|Please send a text of 1 to 500 characters.",
                "CHINESE|请发送1到500个字符的文字。",
                "JAPANESE|1文字から500文字までのテキストを送ってください。",
                "SPANISH|Envía un texto de 1 a 500 caracteres.",
                "FRENCH|Envoyez un texte de 1 à 500 caractères.",
                "GERMAN|Bitte sende einen Text von 1 bis 500 Zeichen."
            })
    void a_fact_without_text_is_refused(Language language, String message) {
        assertThatThrownBy(() -> resource.add(saying(language, " "))).hasMessage(message);
        assertThatThrownBy(() -> resource.add(saying(language, "x".repeat(501))))
                .hasMessage(message);
    }
}
