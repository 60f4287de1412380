package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation as a script sees it: a line in, an answer out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DialogueTest {

    private final FakeBackend backend = new FakeBackend();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private Language language = Language.ENGLISH;

    private boolean run(String... lines) throws InterruptedException {
        out.reset();
        problems.reset();
        PlainScreen screen = new PlainScreen(
                new StringReader(String.join("\n", lines)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8));
        return new Dialogue(backend, screen, new AtomicReference<>(new Texts(language)), ZoneOffset.UTC).run();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String problems() {
        return problems.toString(StandardCharsets.UTF_8);
    }

    @Test
    void each_line_is_a_turn_of_one_session() throws InterruptedException {
        assertThat(run("안녕", "", "  it's 5 o'clock  ")).isTrue();

        assertThat(backend.done).containsExactly("say 안녕 in new", "say it's 5 o'clock in s1");
        assertThat(out()).isEqualTo("""
                You said: 안녕
                🔔 the tea is ready
                You said: it's 5 o'clock
                🔔 the tea is ready
                """);
        assertThat(problems()).isEmpty();
    }

    @Test
    void what_goes_wrong_goes_to_the_error_output_and_is_remembered() throws InterruptedException {
        assertThat(run("fail", "hello", "refuse", "/nonsense now")).isFalse();

        assertThat(problems()).isEqualTo("""
                It failed.
                The queue is full.
                /nonsense is not a command; /help lists all.
                """);
        assertThat(out()).startsWith("You said: hello\n");
    }

    @Test
    void quit_ends_and_commands_may_be_shortened() throws InterruptedException {
        assertThat(run("/q", "never said")).isTrue();

        assertThat(backend.done).isEmpty();
    }

    @Test
    void sessions_are_listed_opened_renamed_and_deleted() throws InterruptedException {
        backend.session("a", "First");
        backend.session("b", "Second");

        assertThat(run("/sessions", "/open 2", "go on", "/rename Tea time", "/sessions", "/delete 1", "/delete"))
                .isTrue();

        assertThat(backend.done).containsExactly("say go on in b", "rename b Tea time", "delete a", "delete b");
        assertThat(out().replace('\u202f', ' ')).isEqualTo("""
                  1  First  (Nov 21, 2026, 12:30 AM)
                  2  Second  (Nov 21, 2026, 12:30 AM)
                “Second” is open.
                › 5분 타이머
                5분 타이머를 시작했어요.
                You said: go on
                🔔 the tea is ready
                The conversation is now called “Tea time”.
                  1  First  (Nov 21, 2026, 12:30 AM)
                * 2  Second  (Nov 21, 2026, 12:30 AM)
                The conversation was deleted.
                The conversation was deleted.
                """);
    }

    @Test
    void commands_say_what_they_need() throws InterruptedException {
        assertThat(run("/open 1", "/rename x", "/delete", "/export x.md", "/inspect", "/language it", "/sessions tea"))
                .isFalse();

        assertThat(problems()).isEqualTo("""
                Which one? /sessions lists your conversations; then write the number, such as /open 1.
                No conversation is open yet. Say something, or open one with /open.
                No conversation is open yet. Say something, or open one with /open.
                No conversation is open yet. Say something, or open one with /open.
                There is no answer yet to look into.
                Which language? Allowed are: ko, en, zh, ja, es, fr, de.
                """);
        assertThat(out()).isEqualTo("No conversation contains “tea”.\n");
    }

    @Test
    void a_new_conversation_leaves_the_old_one() throws InterruptedException {
        run("one", "/new", "two");

        assertThat(backend.done).containsExactly("say one in new", "say two in new");
    }

    @Test
    void a_session_is_written_into_a_new_file(@TempDir Path folder) throws InterruptedException {
        Path text = folder.resolve("talk.md");
        Path json = folder.resolve("talk.JSON");

        assertThat(run("hello", "/export " + text, "/export " + json)).isTrue();

        assertThat(text).hasContent("MARKDOWN of s1");
        assertThat(json).hasContent("JSON of s1");
        assertThat(out()).endsWith("Written: " + text + "\nWritten: " + json + "\n");

        assertThat(run("hello", "/export " + text)).isFalse();
        assertThat(problems()).isEqualTo(text + " already exists; choose another name.\n");
    }

    @Test
    void an_answer_cannot_command_the_terminal() throws InterruptedException {
        run("\u001b[2J\u0007boo");

        assertThat(out()).startsWith("You said: [2Jboo\n");
    }

    @Test
    void the_last_turn_can_be_inspected() throws InterruptedException {
        run("5분 타이머", "/inspect");

        assertThat(out()).endsWith("""
                Language: Korean (ko), 98%
                Intent: timer.set, 90% (clock.time 5%)
                Entities:
                  duration: PT5M “5분” 100%
                Timings: language 0.1 ms, total 1.9 ms
                """);

        language = Language.GERMAN;
        run("5분 타이머", "/inspect");
        assertThat(out().replace('\u00a0', ' ')).endsWith("""
                Sprache: Koreanisch (ko), 98 %
                Absicht: timer.set, 90 % (clock.time 5 %)
                Angaben:
                  duration: PT5M “5분” 100 %
                Zeiten: language 0,1 ms, total 1,9 ms
                """);
    }

    @Test
    void the_texts_change_their_language() throws InterruptedException {
        for (Language other : Language.values()) {
            run("/language " + other.code());
            assertThat(out()).isEqualTo(new Texts(other).text("language.set") + "\n");
        }
    }

    @Test
    void help_explains_every_command_in_every_language() throws InterruptedException {
        for (Language own : Language.values()) {
            language = own;
            run("/help");

            assertThat(out().lines()).hasSize(Command.values().length);
            assertThat(Arrays.stream(Command.values()))
                    .allSatisfy(command -> assertThat(out())
                            .contains(command.usage())
                            .contains(
                                    new Texts(own).text("help." + command.word().substring(1))));
        }
    }
}
