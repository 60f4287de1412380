package io.liying.skill.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Preferences;
import io.liying.memory.api.Speaking;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.testkit.ManualClock;
import io.liying.testkit.PersonMemoryFake;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferencesResourceTest {

    /** Knows one city, in Korean only, wherever it stands. */
    private static final EntityExtractor SEOUL = (text, language, reference) -> {
        int start = text.indexOf("서울");
        return language == Language.KOREAN && start >= 0
                ? List.of(new Entity(Entity.CITY, "Asia/Seoul", "서울", start, start + 2, 1))
                : List.of();
    };

    private final PersonMemoryFake memory = new PersonMemoryFake();
    private final PreferencesResource resource = new PreferencesResource(
            memory,
            new Places(ManualClock.at("2026-11-21T09:00+09:00[Asia/Seoul]"), List.of(SEOUL)),
            new MessageFiles());

    private Object change(Map<String, Object> wanted) throws Exception {
        return ((Response.Json) resource.change(new Asked("ann", Language.GERMAN, "", wanted))).body();
    }

    @Test
    void only_the_person_herself_changes_them() {
        assertThat(resource.routes()).extracting(Route::access).containsOnly(Route.Access.PERSON);
    }

    @Test
    void what_is_named_is_changed_and_the_rest_stays() throws Exception {
        change(Map.of("language", "ko", "formality", Map.of("ko", "informal", "de", "formal")));

        assertThat(change(
                        Map.of("time_format", "twelve_hours", "place", " 서울 ", "formality", Map.of("fr", "informal"))))
                .isEqualTo(Map.of(
                        "language",
                        "ko",
                        "formality",
                        Map.of("ko", "informal", "de", "formal", "fr", "informal"),
                        "time_format",
                        "twelve_hours",
                        "place",
                        Map.of("text", "서울", "type", "city", "value", "Asia/Seoul")));
        assertThat(memory.preferences("bob")).isEqualTo(Preferences.NONE);
    }

    @Test
    void how_she_likes_to_be_spoken_to_stays() throws Exception {
        Speaking slow = new Speaking(Optional.empty(), 0.5, 1, 1);
        memory.prefer("ann", kept -> kept.withSpeaking(Language.KOREAN, slow));

        change(Map.of("language", "ko", "time_format", "twelve_hours", "place", "서울"));
        change(Map.of("formality", Map.of("ko", "informal")));

        assertThat(memory.preferences("ann").speaking()).isEqualTo(Map.of(Language.KOREAN, slow));
    }

    @Test
    void null_takes_a_preference_back() throws Exception {
        change(Map.of("language", "ko", "time_format", "twelve_hours", "place", "서울"));
        change(Map.of("formality", Map.of("ko", "informal")));

        change(Collections.singletonMap("language", null));
        change(Collections.singletonMap("time_format", null));
        change(Collections.singletonMap("place", null));
        assertThat(change(Map.of("formality", Collections.singletonMap("ko", null))))
                .isEqualTo(Map.of());
        assertThat(memory.preferences("ann")).isEqualTo(Preferences.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|‘서울 집’(이)라는 도시를 몰라요. 가까운 더 큰 도시를 적어 주세요.",
                "ENGLISH|I don’t know a city called “서울 집”. Try the nearest larger one.",
                "CHINESE|我不知道名叫“서울 집”的城市。请填写附近较大的城市。",
                "JAPANESE|「서울 집」という都市はわかりません。近くのもっと大きな都市を入力してください。",
                "SPANISH|No conozco ninguna ciudad llamada «서울 집». Prueba con la ciudad grande más cercana.",
                "FRENCH|Je ne connais pas de ville nommée « 서울 집 ». Essayez la grande ville la plus proche.",
                "GERMAN|Eine Stadt namens „서울 집“ kenne ich nicht. Versuche es mit der nächsten größeren."
            })
    void what_is_no_city_as_a_whole_is_refused_and_nothing_changes(Language language, String message) {
        Map<String, Object> wanted = Map.of("time_format", "twelve_hours", "place", "서울 집");

        assertThatThrownBy(() -> resource.change(new Asked("ann", language, "", wanted)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("preference.place"))
                .hasMessage(message);
        assertThat(memory.preferences("ann")).isEqualTo(Preferences.NONE);
    }

    @ParameterizedTest
    @CsvSource({"language, xx", "time_format, NOON", "formality, formal", "colour, red"})
    void what_cannot_be_chosen_is_named(String name, String value) {
        assertThatThrownBy(() -> resource.change(new Asked("ann", Language.ENGLISH, "", Map.of(name, value))))
                .hasMessage("“" + value + "” cannot be chosen for " + name
                        + ". Please choose one of the values that are offered.");
    }

    @ParameterizedTest
    @CsvSource({"xx, formal, xx", "de, polite, polite"})
    void a_form_of_address_needs_a_language_and_a_value_that_exist(String language, String value, String named) {
        assertThatThrownBy(() -> change(Map.of("formality", Map.of(language, value))))
                .hasMessage("„" + named + "“ passt nicht zu formality. Bitte wähle einen der angebotenen Werte.");
    }
}
