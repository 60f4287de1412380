package io.liying.memory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Preferences;
import io.liying.memory.api.Speaking;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext.TimeFormat;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import io.liying.testkit.ManualClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.event.Event;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseMemoryTest {

    private static final Preferences PREFERENCES = new Preferences(
            Optional.of(Language.GERMAN),
            Map.of(Language.GERMAN, Formality.FORMAL, Language.KOREAN, Formality.INFORMAL),
            Optional.of(TimeFormat.TWENTY_FOUR_HOURS),
            Optional.of(new Entity(Entity.CITY, "Asia/Seoul", "Busan", 0, 5, 1)),
            Map.of(Language.KOREAN, new Speaking(Optional.of("espeak/ko+f3"), 0.8, 1.25, 1)));

    private static final Speaking SLOW = new Speaking(Optional.empty(), 0.5, 1, 1);

    @TempDir
    Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-21T09:00:00+09:00[Asia/Seoul]");
    private GroupedDatabase database;
    private DatabaseMemory memory;

    @BeforeEach
    void open() {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        memory = new DatabaseMemory(3, database, new MessageFiles(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void restart() {
        database.close();
        open();
    }

    @Test
    void facts_survive_a_restart_and_the_latest_comes_first() {
        Fact car = memory.remember("ann", Language.ENGLISH, " my car is in P3 ").orElseThrow();
        Fact key = memory.remember("ann", Language.KOREAN, "열쇠는 화분 밑에 있다").orElseThrow();

        restart();

        assertThat(memory.facts("ann")).containsExactly(key, car);
        assertThat(car.text()).isEqualTo("my car is in P3");
    }

    @Test
    void nobody_sees_or_forgets_what_belongs_to_another() {
        Fact car = memory.remember("ann", Language.ENGLISH, "my car is in P3").orElseThrow();
        memory.prefer("ann", PREFERENCES);

        assertThat(memory.facts("bob")).isEmpty();
        assertThat(memory.preferences("bob")).isEqualTo(Preferences.NONE);
        assertThat(memory.export("bob", Language.ENGLISH, Memory.Format.JSON)).doesNotContain("P3", "Busan");
        assertThat(memory.forget("bob", car.id())).isFalse();
        assertThat(memory.forgetAll("bob")).isZero();
        assertThat(memory.facts("ann")).containsExactly(car);
        assertThat(memory.preferences("ann")).isEqualTo(PREFERENCES);
    }

    @Test
    void a_person_has_so_many_facts_at_the_most() {
        for (int i = 0; i < 3; i++) {
            assertThat(memory.remember("ann", Language.ENGLISH, "fact " + i)).isPresent();
        }

        assertThat(memory.remember("ann", Language.ENGLISH, "one too many")).isEmpty();
        assertThat(memory.remember("bob", Language.ENGLISH, "another person's")).isPresent();
        assertThat(memory.facts("ann")).hasSize(3);
    }

    @Test
    void a_fact_has_at_most_five_hundred_characters() {
        assertThatThrownBy(() -> memory.remember("ann", Language.ENGLISH, "x".repeat(501)))
                .hasMessage("a fact has 1 to 500 characters, not 501");
    }

    @Test
    void preferences_survive_a_restart() {
        memory.prefer("ann", PREFERENCES);

        restart();

        assertThat(memory.preferences("ann")).isEqualTo(PREFERENCES);
    }

    @Test
    void of_changes_at_the_same_time_none_is_lost() throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Language language : Language.values()) {
                people.submit(() -> memory.prefer("ann", kept -> kept.withSpeaking(language, SLOW)));
            }
        }

        restart();

        assertThat(memory.preferences("ann").speaking())
                .hasSize(Language.values().length)
                .containsValue(SLOW);
        assertThat(memory.prefer("ann", kept -> kept.withSpeaking(Language.KOREAN, Speaking.NORMAL))
                        .speaking())
                .doesNotContainKey(Language.KOREAN);
    }

    @Test
    void all_is_forgotten_at_once() {
        memory.remember("ann", Language.ENGLISH, "my car is in P3");
        memory.remember("ann", Language.ENGLISH, "Anna likes tulips");
        memory.prefer("ann", PREFERENCES);

        assertThat(memory.forgetAll("ann")).isEqualTo(2);

        assertThat(memory.preferences("ann")).isEqualTo(Preferences.NONE);
        restart();
        assertThat(memory.facts("ann")).isEmpty();
        assertThat(memory.preferences("ann")).isEqualTo(Preferences.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH|# What LiYing remembers|Form of address: formal (German)|Place: Busan|Voice (Korean): rate 0.8, volume 1.25, pitch 1, espeak/ko+f3",
                "KOREAN|# LiYing이 기억하는 것|말투: 존댓말 (독일어)|장소: Busan|목소리(한국어): 빠르기 0.8, 크기 1.25, 높이 1, espeak/ko+f3",
                "CHINESE|# LiYing记住的内容|称呼：您 (德语)|地点：Busan|声音（韩语）：语速 0.8，音量 1.25，音高 1，espeak/ko+f3",
                "JAPANESE|# LiYingが覚えていること|話し方：丁寧な話し方 (ドイツ語)|場所：Busan|声（韓国語）：速さ 0.8、音量 1.25、高さ 1、espeak/ko+f3",
                "SPANISH|# Lo que LiYing recuerda|Tratamiento: usted (alemán)|Lugar: Busan|Voz (coreano): velocidad 0,8, volumen 1,25, tono 1, espeak/ko+f3",
                "FRENCH|# Ce dont LiYing se souvient|Adresse\u00a0: vouvoiement (allemand)|Lieu\u00a0: Busan|Voix (coréen)\u00a0: débit 0,8, volume 1,25, hauteur 1, espeak/ko+f3",
                "GERMAN|# Was LiYing sich gemerkt hat|Anrede: Sie (Deutsch)|Ort: Busan|Stimme (Koreanisch): Tempo 0,8, Lautstärke 1,25, Tonhöhe 1, espeak/ko+f3"
            })
    void the_memory_can_be_taken_away_in_the_readers_language(
            Language reader, String title, String address, String place, String speaking) {
        memory.remember("ann", Language.ENGLISH, "my car is in P3");
        memory.prefer("ann", PREFERENCES);

        assertThat(memory.export("ann", reader, Memory.Format.MARKDOWN))
                .startsWith(title + "\n\n- my car is in P3 (")
                .contains("\n- " + address + "\n")
                .contains("\n- " + place + "\n")
                .contains("\n- " + speaking + "\n");
    }

    @Test
    void the_memory_can_be_taken_away_for_programs() {
        Fact car = memory.remember("ann", Language.ENGLISH, "my car is in P3").orElseThrow();

        assertThat(memory.export("ann", Language.KOREAN, Memory.Format.JSON)).isEqualTo("""
            {
              "format":"liying.memory.1",
              "facts":[ {
                "id":"%s",
                "text":"my car is in P3",
                "language":"en",
                "at":"2026-11-21T00:00:00Z"
              } ],
              "preferences":{ }
            }
            """.formatted(car.id()));
    }

    @Test
    void a_sessions_state_goes_with_its_session() {
        DatabaseSessionStates states = new DatabaseSessionStates(database);
        states.save("ann", "s1", "one").toCompletableFuture().join();
        states.save("ann", "s1", "two").toCompletableFuture().join();
        states.save("ann", "s2", "kept").toCompletableFuture().join();

        assertThat(states.find("ann", "s1")).contains("two");
        assertThat(states.find("bob", "s1")).isEmpty();

        states.handleEvent(new Event(DatabaseSessionStates.SESSION_DELETED, Map.of("session_id", "s1")));

        assertThat(states.find("ann", "s1")).isEmpty();
        assertThat(states.find("ann", "s2")).contains("kept");
    }

    @Test
    void an_empty_state_is_not_kept() {
        DatabaseSessionStates states = new DatabaseSessionStates(database);
        states.save("ann", "s1", "one").toCompletableFuture().join();
        states.save("ann", "s1", "").toCompletableFuture().join();

        assertThat(states.find("ann", "s1")).isEmpty();
    }
}
