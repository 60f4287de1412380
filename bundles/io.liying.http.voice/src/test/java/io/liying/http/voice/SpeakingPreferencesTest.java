package io.liying.http.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Speaking;
import io.liying.security.api.Person;
import io.liying.testkit.PersonMemoryFake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakingPreferencesTest {

    private final PersonMemoryFake memory = new PersonMemoryFake();
    private final SpeakingPreferences resource = new SpeakingPreferences(
            new SpeechDoor(
                    new FakeVoice(),
                    new VoiceTexts(new MessageFiles(), Optional.of((problem, reader) -> problem.code())),
                    50),
            memory);

    private Response ask(String method, Language reader, String language, Map<String, Object> json) throws Exception {
        return resource.routes().stream()
                .filter(route -> route.method().equals(method))
                .findFirst()
                .orElseThrow()
                .handler()
                .handle(new FakeRequest(reader, json, language));
    }

    private Response put(String language, Map<String, Object> json) throws Exception {
        return ask("PUT", Language.ENGLISH, language, json);
    }

    @Test
    void every_route_is_for_the_person_herself() {
        assertThat(resource.routes())
                .extracting(route -> route.method() + " " + route.path())
                .containsExactly(
                        "GET /api/v1/memory/speaking",
                        "PUT /api/v1/memory/speaking/{language}",
                        "DELETE /api/v1/memory/speaking/{language}");
        assertThat(resource.routes()).extracting(Route::access).containsOnly(Route.Access.PERSON);
    }

    @Test
    void what_is_put_is_kept_and_read() throws Exception {
        Map<String, Object> english = Map.of("voice", "fake/a", "rate", 0.5, "volume", 1.0, "pitch", 1.0);

        assertThat(put("en", Map.of("voice", "fake/a", "rate", 0.5))).isEqualTo(Response.ok(english));
        assertThat(ask("GET", Language.ENGLISH, "", Map.of()))
                .isEqualTo(Response.ok(Map.of(
                        "speaking",
                        Map.of("en", english),
                        "limits",
                        Map.of(
                                "rate", List.of(0.25, 4.0),
                                "volume", List.of(0.0, 2.0),
                                "pitch", List.of(0.5, 2.0)))));
    }

    @Test
    void what_is_put_takes_the_place_of_what_was_kept() throws Exception {
        put("en", Map.of("voice", "fake/a", "rate", 0.5));
        Map<String, Object> usual = new HashMap<>(Map.of("rate", 1.0, "volume", 2.0, "pitch", 1.0));
        usual.put("voice", null);

        assertThat(put("en", Map.of("volume", 2))).isEqualTo(Response.ok(usual));

        assertThat(memory.preferences(Person.OWNER).speaking(Language.ENGLISH))
                .isEqualTo(new Speaking(Optional.empty(), 1, 2, 1));
    }

    @Test
    void a_language_is_spoken_as_usual_again() throws Exception {
        put("en", Map.of("rate", 0.5));
        put("ko", Map.of("rate", 2));

        assertThat(ask("DELETE", Language.ENGLISH, "en", Map.of())).isEqualTo(new Response.Empty());

        assertThat(memory.preferences(Person.OWNER).speaking()).containsOnlyKeys(Language.KOREAN);
    }

    @Test
    void nonsense_is_refused_and_nothing_is_kept() {
        refused("tlh", Map.of("rate", 1), 404, "language.unknown");
        refused("en", Map.of("rate", 9), 400, "field.number");
        refused("en", Map.of("pitch", "high"), 400, "field.number");
        refused("en", Map.of("volume", Double.NaN), 400, "field.number");
        refused("en", Map.of("voice", 3), 400, "field.text");
        refused("en", Map.of("voice", "fake/none"), 400, "voice.unknown");
        refused("ko", Map.of("voice", "fake/a"), 400, "voice.language");
        assertThat(memory.preferences(Person.OWNER).speaking()).isEmpty();
    }

    private void refused(String language, Map<String, Object> json, int status, String code) {
        assertThatThrownBy(() -> put(language, json)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|\"fake/a\" 목소리는 독일어를 말하지 못합니다. GET /api/v1/voices에서 다른 목소리를 고르세요.",
                "ENGLISH|The voice “fake/a” does not speak German. Choose another one of GET /api/v1/voices.",
                "CHINESE|声音“fake/a”不会说德语。请从 GET /api/v1/voices 中选择另一个。",
                "JAPANESE|「fake/a」はドイツ語を話せません。GET /api/v1/voices から別の声を選んでください。",
                "SPANISH|La voz «fake/a» no habla alemán. Elija otra de GET /api/v1/voices.",
                "FRENCH|La voix « fake/a » ne parle pas cette langue : allemand. Choisissez-en une autre dans GET /api/v1/voices.",
                "GERMAN|Die Stimme „fake/a“ spricht kein Deutsch. Wählen Sie eine andere aus GET /api/v1/voices."
            })
    void a_voice_of_another_language_is_refused_in_the_readers_language(Language reader, String message) {
        assertThatThrownBy(() -> ask("PUT", reader, "de", Map.of("voice", "fake/a")))
                .hasMessage(message);
    }
}
