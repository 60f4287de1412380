package io.liying.http.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.security.api.Person;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.voice.VoiceRecordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingsTest {

    @TempDir
    Path folder;

    private final OfOwner kept = new OfOwner();
    private final Recordings resource =
            new Recordings(kept, new VoiceTexts(new MessageFiles(), Optional.of((problem, reader) -> problem.code())));

    private Response ask(String method, String path, Language reader, Map<String, Object> json, String id)
            throws Exception {
        return resource.routes().stream()
                .filter(route -> route.method().equals(method) && route.path().equals(path))
                .findFirst()
                .orElseThrow()
                .handler()
                .handle(new FakeRequest(reader, json, id));
    }

    private Response all(String method, Map<String, Object> json) throws Exception {
        return ask(method, "/api/v1/memory/recordings", Language.ENGLISH, json, "");
    }

    private Response one(String method, String id) throws Exception {
        return ask(method, "/api/v1/memory/recordings/{id}", Language.ENGLISH, Map.of(), id);
    }

    @Test
    void every_route_is_for_the_person_herself() {
        assertThat(resource.routes()).extracting(Route::access).containsOnly(Route.Access.PERSON);
    }

    @Test
    void days_are_kept_and_recordings_listed() throws Exception {
        Map<String, Object> document = Map.of(
                "keep_days",
                30,
                "max_days",
                3650,
                "recordings",
                List.of(Map.of(
                        "id", "a", "at", "2026-11-22T03:00:00Z", "language", "ko", "text", "타이머 5분", "seconds", 2.5)));

        assertThat(all("PUT", Map.of("keep_days", 30))).isEqualTo(Response.ok(document));
        assertThat(all("GET", Map.of())).isEqualTo(Response.ok(document));
    }

    @Test
    void a_recording_is_read_as_it_is() throws Exception {
        Response.Stream stream = (Response.Stream) one("GET", "a");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.body().write(out);

        assertThat(stream.mediaType()).isEqualTo("audio/wav");
        assertThat(out.toString()).isEqualTo("sound of a");
    }

    @Test
    void one_is_deleted_and_then_all() throws Exception {
        assertThat(one("DELETE", "a")).isEqualTo(new Response.Empty());
        assertThat(kept.ids).isEmpty();
        kept.ids.addAll(List.of("b", "c"));
        assertThat(all("DELETE", Map.of())).isEqualTo(new Response.Empty());
        assertThat(kept.ids).isEmpty();
    }

    @Test
    void nonsense_is_refused_and_nothing_changes() {
        for (Object days : List.of(-1, 3651, 2.5, "30", true)) {
            assertThatThrownBy(() -> all("PUT", Map.of("keep_days", days)))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.status()).isEqualTo(400);
                        assertThat(problem.code()).isEqualTo("field.whole");
                    })
                    .hasMessage("\"keep_days\" must be a whole number from 0 to 3,650.");
        }
        assertThatThrownBy(() -> all("PUT", Map.of())).isInstanceOf(ProblemException.class);
        assertThat(kept.days).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN|\"z\" 녹음이 없습니다. GET /api/v1/memory/recordings에서 목록을 볼 수 있습니다.",
                "ENGLISH|There is no recording \"z\" of yours. GET /api/v1/memory/recordings lists them.",
                "CHINESE|您没有录音“z”。GET /api/v1/memory/recordings 会列出现有的录音。",
                "JAPANESE|録音「z」はありません。GET /api/v1/memory/recordings で一覧を確認できます。",
                "SPANISH|No tiene ninguna grabación «z». GET /api/v1/memory/recordings las enumera.",
                "FRENCH|Vous n’avez pas d’enregistrement « z ». GET /api/v1/memory/recordings en donne la liste.",
                "GERMAN|Sie haben keine Aufnahme „z“. GET /api/v1/memory/recordings nennt die vorhandenen."
            })
    void one_that_is_not_there_is_named_in_the_readers_language(Language reader, String message) {
        for (String method : List.of("GET", "DELETE")) {
            assertThatThrownBy(() -> ask(method, "/api/v1/memory/recordings/{id}", reader, Map.of(), "z"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.status()).isEqualTo(404))
                    .hasMessage(message);
        }
    }

    /** Of the owner only. */
    private final class OfOwner implements VoiceRecordings {

        private final List<String> ids = new ArrayList<>(List.of("a"));
        private int days;

        @Override
        public int days(String personId) {
            return days;
        }

        @Override
        public void keep(String personId, int wanted) {
            assertThat(personId).isEqualTo(Person.OWNER);
            days = wanted;
        }

        @Override
        public List<Recording> of(String personId) {
            return ids.stream()
                    .map(id -> new Recording(
                            id,
                            Instant.parse("2026-11-22T03:00:00Z"),
                            Language.KOREAN,
                            "타이머 5분",
                            Duration.ofMillis(2_500)))
                    .toList();
        }

        @Override
        public Optional<Path> sound(String personId, String id) {
            return Optional.of(id).filter(ids::contains).map(known -> {
                try {
                    return Files.writeString(folder.resolve(known), "sound of " + known);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }

        @Override
        public boolean delete(String personId, String id) {
            return ids.remove(id);
        }

        @Override
        public void deleteAll(String personId) {
            ids.clear();
        }

        @Override
        public void heard(String personId, Transcript transcript, Audio sound) {
            throw new UnsupportedOperationException();
        }
    }
}
