package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The conversation as a person at a terminal sees it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TerminalTest {

    @TempDir
    Path folder;

    private final FakeBackend backend = new FakeBackend();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private Terminal terminal;
    private CompletableFuture<Boolean> talk;

    private void start(Language language, String type, boolean colours) throws IOException {
        terminal =
                new ExternalTerminal("test", type, new PipedInputStream(keyboard, 8192), shown, StandardCharsets.UTF_8);
        AtomicReference<Texts> texts = new AtomicReference<>(new Texts(language));
        TerminalScreen screen = new TerminalScreen(
                terminal, colours, Optional.of(folder.resolve("history")), Command.words(), List.of("ko", "en"));
        talk = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                talk.complete(talk(screen, texts));
            } catch (Throwable failure) {
                talk.completeExceptionally(failure);
            }
        });
        await("› ");
    }

    private boolean talk(TerminalScreen screen, AtomicReference<Texts> texts) throws InterruptedException {
        try (screen) {
            return new Dialogue(backend, screen, texts, ZoneOffset.UTC).run();
        }
    }

    @AfterEach
    void stop() throws IOException {
        keyboard.close();
    }

    private void type(String text) throws IOException {
        keyboard.write(text.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private void await(String text) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!shown().contains(text)) {
            assertThat(System.nanoTime()).as("no \"%s\" in%n%s", text, shown()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** A control character means something only at the prompt. */
    private void awaitPromptAfter(String text) {
        await(text);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!shown().substring(shown().lastIndexOf(text)).contains(Dialogue.PROMPT)) {
            assertThat(System.nanoTime()).as("no prompt in%n%s", shown()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean ended() throws Exception {
        return talk.get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_conversation_in_each_language(Language language) throws Exception {
        Texts texts = new Texts(language);
        start(language, "dumb", false);
        await(texts.text("welcome"));

        type("5분 타이머 \"it's\"\n");
        await("You said: 5분 타이머 \"it's\"");
        await("🔔 the tea is ready");
        type("/inspect\n");
        await(texts.text("inspect.timings", "value", "language"));
        type("/delete\n");
        await(texts.text("delete.ask"));
        type("nope\n");
        await(texts.text("delete.kept"));
        type("/delete\n");
        type(texts.text("yes").split(",")[0] + "\n");
        await(texts.text("deleted"));
        type("/quit\n");

        assertThat(ended()).isTrue();
        assertThat(backend.done).containsExactly("say 5분 타이머 \"it's\" in new", "delete s1");
        assertThat(Files.readString(folder.resolve("history"))).contains("5분 타이머");
    }

    @Test
    void an_answer_grows_and_is_shown_once() throws Exception {
        start(Language.ENGLISH, "dumb", false);
        type("hello\n");
        await("the tea is ready");
        type("/quit\n");

        assertThat(ended()).isTrue();
        assertThat(shown().split("You said: hello", -1)).hasSize(2);
    }

    @Test
    void ctrl_c_interrupts_a_turn() throws Exception {
        start(Language.ENGLISH, "dumb", false);
        type("wait\n");
        assertThat(backend.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        terminal.raise(Terminal.Signal.INT);
        await("(interrupted)");
        type("/quit\n");

        assertThat(ended()).isFalse();
        assertThat(backend.done).containsExactly("say wait in new", "interrupt");
    }

    @Test
    void a_second_ctrl_c_does_not_wait_for_an_answer() throws Exception {
        backend.deaf = true;
        start(Language.FRENCH, "dumb", false);
        type("wait\n");
        assertThat(backend.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        terminal.raise(Terminal.Signal.INT);
        terminal.raise(Terminal.Signal.INT);
        await("(interrompu)");
        type("/quit\n");

        assertThat(ended()).isFalse();
    }

    @Test
    void ctrl_c_at_the_prompt_asks_first_and_ctrl_d_ends() throws Exception {
        start(Language.GERMAN, "xterm", false);
        type("half a lin");
        await("half a lin");
        type("\u0003");
        awaitPromptAfter("Zum Beenden noch einmal Strg-C drücken oder /quit schreiben.");
        type("\u0004");

        assertThat(ended()).isTrue();
        assertThat(backend.done).isEmpty();
    }

    @Test
    void a_notice_rings_above_what_is_being_written() throws Exception {
        start(Language.ENGLISH, "xterm", true);
        type("half a");
        await("half a");
        backend.notices.accept("Tee ist fertig");
        await("Tee ist fertig");
        type(" line\n");
        await("You said: half a line");
        type("/quit\n");

        assertThat(ended()).isTrue();
        assertThat(shown()).contains("\u0007").contains("\u001b[");
        assertThat(backend.done).containsExactly("say half a line in new");
    }

    @Test
    void commands_and_languages_are_completed() throws Exception {
        start(Language.ENGLISH, "xterm", false);
        type("/lang\t");
        await("/language");
        type("k\t\n");
        await("이제 이 글들을 한국어로 보여 줍니다.");
        type("/quit\n");

        assertThat(ended()).isTrue();
    }
}
