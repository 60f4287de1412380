package io.liying.speech.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.speech.api.Audio;
import io.liying.speech.api.WavFile;
import io.liying.speech.api.voice.VoiceRecordings.Recording;
import io.liying.testkit.Configurations;
import io.liying.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptVoiceTest {

    private static final Audio SECOND = Audio.heard(new short[Audio.HEARING_RATE]);

    @TempDir
    Path data;

    private final ManualClock clock = ManualClock.at("2026-11-22T03:00:00Z[UTC]");
    private final List<Job> planned = new ArrayList<>();

    private KeptVoice voice(int megabytes) {
        return new KeptVoice(
                Configurations.with(TalkConfig.class, Map.of("recordings_mb", megabytes)),
                data.resolve("recordings"),
                new Planned(),
                clock,
                Runnable::run);
    }

    private KeptVoice kept() {
        return voice(200);
    }

    private void says(KeptVoice where, String person, String text) {
        where.heard(person, FakeEars.transcript(text, Language.KOREAN), SECOND);
    }

    private static List<String> texts(KeptVoice where, String person) {
        return where.of(person).stream().map(Recording::text).toList();
    }

    private long files() throws Exception {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(file ->
                            file.toString().endsWith(".wav") || file.toString().endsWith(".txt"))
                    .count();
        }
    }

    @Test
    void nothing_is_kept_unless_the_person_asks() throws Exception {
        KeptVoice voice = kept();
        says(voice, "mina", "타이머 5분");

        assertThat(voice.days("mina")).isZero();
        assertThat(voice.of("mina")).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void what_is_said_is_kept_as_wav_with_its_words() throws Exception {
        KeptVoice voice = kept();
        voice.keep("mina", 30);
        says(voice, "mina", "타이머 5분");

        Recording recording = voice.of("mina").getFirst();
        assertThat(recording.text()).isEqualTo("타이머 5분");
        assertThat(recording.language()).isEqualTo(Language.KOREAN);
        assertThat(recording.at()).isEqualTo(Instant.parse("2026-11-22T03:00:00Z"));
        assertThat(recording.length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(voice.sound("mina", recording.id()).orElseThrow())
                .hasBinaryContent(WavFile.of(Audio.HEARING_RATE, List.of(SECOND)));
        assertThat(kept().of("mina")).containsExactly(recording);
    }

    @Test
    void nobody_reaches_what_somebody_else_said() throws Exception {
        KeptVoice voice = kept();
        voice.keep("mina", 30);
        says(voice, "mina", "내 비밀");
        String id = voice.of("mina").getFirst().id();

        assertThat(voice.of("jun")).isEmpty();
        assertThat(voice.sound("jun", id)).isEmpty();
        assertThat(voice.sound("jun", "../mina/" + id)).isEmpty();
        assertThat(voice.delete("jun", id)).isFalse();
        voice.keep("../mina", 3);
        assertThat(voice.of("../mina")).isEmpty();
        voice.deleteAll("jun");
        assertThat(texts(voice, "mina")).containsExactly("내 비밀");
    }

    @Test
    void a_job_deletes_what_is_over() throws Exception {
        KeptVoice voice = kept();
        voice.keep("mina", 2);
        says(voice, "mina", "first");
        clock.advance(Duration.ofDays(1));
        says(voice, "mina", "second");
        assertThat(planned).extracting(Job::dueAt).containsExactly(Instant.parse("2026-11-24T03:00:00Z"));

        clock.advance(Duration.ofDays(1));
        Job due = planned.getFirst();
        voice.run(due);
        planned.remove(due);

        assertThat(texts(voice, "mina")).containsExactly("second");
        assertThat(files()).isEqualTo(2);
        assertThat(planned).extracting(Job::dueAt).containsExactly(Instant.parse("2026-11-25T03:00:00Z"));
    }

    @Test
    void fewer_days_delete_what_is_older_and_none_keep_what_is_there() throws Exception {
        KeptVoice voice = kept();
        voice.keep("mina", 30);
        says(voice, "mina", "old");
        clock.advance(Duration.ofDays(5));
        says(voice, "mina", "new");

        voice.keep("mina", 3);
        assertThat(texts(voice, "mina")).containsExactly("new");
        voice.keep("mina", 0);
        says(voice, "mina", "unheard");
        assertThat(texts(voice, "mina")).containsExactly("new");
        assertThatThrownBy(() -> voice.keep("mina", 3_651)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_oldest_goes_when_there_is_too_much() throws Exception {
        KeptVoice voice = voice(1);
        voice.keep("mina", 30);
        Audio half = Audio.heard(new short[15 * Audio.HEARING_RATE]);
        for (String text : List.of("first", "second", "third")) {
            voice.heard("mina", FakeEars.transcript(text, Language.KOREAN), half);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(texts(voice, "mina")).containsExactly("third", "second");
    }

    @Test
    void recordings_are_deleted_one_by_one_and_all_at_once() throws Exception {
        KeptVoice voice = kept();
        voice.keep("mina", 30);
        for (String text : List.of("one", "two", "three")) {
            says(voice, "mina", text);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(voice.delete("mina", voice.of("mina").getFirst().id())).isTrue();
        assertThat(texts(voice, "mina")).containsExactly("two", "one");
        voice.deleteAll("mina");
        assertThat(voice.of("mina")).isEmpty();
        assertThat(files()).isZero();
        assertThat(voice.days("mina")).isEqualTo(30);
    }

    @Test
    void what_a_killed_process_left_half_written_goes() throws Exception {
        KeptVoice voice = kept();
        voice.keep("mina", 30);
        says(voice, "mina", "whole");
        Path folder = data.resolve("recordings").resolve("mina");
        Files.writeString(folder.resolve("1763780400000-30-ko-00000000.txt"), "words without their sound");
        Files.write(folder.resolve("1763780400000-30-ko-00000001.wav.part"), new byte[100]);

        voice.keep("mina", 30);

        assertThat(texts(voice, "mina")).containsExactly("whole");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(3);
        }
    }

    /** Jobs that the test runs itself. */
    private final class Planned implements Jobs {

        @Override
        public Job schedule(String kind, String personId, Instant dueAt, Map<String, String> payload) {
            Job job = new Job(dueAt.toString(), kind, personId, clock.instant(), dueAt, payload);
            planned.add(job);
            return job;
        }

        @Override
        public boolean cancel(String id) {
            return planned.removeIf(job -> job.id().equals(id));
        }

        @Override
        public List<Job> pending(String kind, String personId) {
            return planned.stream()
                    .filter(job -> job.personId().equals(personId))
                    .toList();
        }
    }
}
