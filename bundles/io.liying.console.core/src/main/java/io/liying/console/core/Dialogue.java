package io.liying.console.core;

import io.liying.console.core.Screen.Input;
import io.liying.console.core.Screen.Tone;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The conversation in a terminal: reads lines, runs turns and commands, shows what comes. */
final class Dialogue {

    static final String PROMPT = "› ";
    private static final String BELL = "🔔 ";

    private final Backend backend;
    private final Screen screen;
    private final AtomicReference<Texts> texts;
    private final Place place = new Place();
    private final SessionCommands sessions;
    private final List<String> heldBack = new ArrayList<>();
    private boolean answering;

    /** @param texts the language of the console, which the person may change */
    Dialogue(Backend backend, Screen screen, AtomicReference<Texts> texts, ZoneId zone) {
        this.backend = backend;
        this.screen = screen;
        this.texts = texts;
        this.sessions = new SessionCommands(backend, screen, place, texts::get, zone);
        backend.onNotice(this::noticed);
    }

    /**
     * Talks until the person has had enough.
     *
     * @return whether everything that was asked was done
     */
    boolean run() throws InterruptedException {
        boolean allDone = true;
        int cancelled = 0;
        if (screen.interactive()) {
            screen.print(Tone.QUIET, texts.get().text("welcome"));
        }
        while (true) {
            switch (screen.read(PROMPT)) {
                case Input.End() -> {
                    return allDone;
                }
                case Input.Cancelled() -> {
                    if (++cancelled == 2) {
                        return allDone;
                    }
                    screen.print(Tone.QUIET, texts.get().text("quit.hint"));
                }
                case Input.Line(String text) -> {
                    cancelled = 0;
                    String line = text.strip();
                    if (Command.of(line).equals(Optional.of(Command.QUIT))) {
                        return allDone;
                    }
                    allDone &= line.isEmpty() || heed(line);
                }
            }
        }
    }

    private boolean heed(String line) throws InterruptedException {
        try {
            return line.startsWith("/") ? command(line) : turn(line);
        } catch (BackendException failure) {
            screen.print(Tone.PROBLEM, failure.reason());
            return false;
        }
    }

    private boolean command(String line) throws BackendException {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String argument = space < 0 ? "" : line.substring(space + 1).strip();
        Optional<Command> command = Command.of(word);
        if (command.isEmpty()) {
            screen.print(Tone.PROBLEM, texts.get().text("command.unknown", "command", word));
            return false;
        }
        return switch (command.get()) {
            case HELP -> help();
            case SESSIONS -> sessions.list(argument);
            case OPEN -> sessions.open(argument);
            case NEW -> begin();
            case RENAME -> sessions.rename(argument);
            case DELETE -> sessions.delete(argument);
            case EXPORT -> sessions.export(argument);
            case LANGUAGE -> language(argument);
            case INSPECT -> inspect();
            case QUIT -> true;
        };
    }

    private boolean help() {
        int width = Arrays.stream(Command.values())
                .mapToInt(command -> command.usage().length())
                .max()
                .orElse(0);
        screen.print(
                Tone.ANSWER,
                Arrays.stream(Command.values())
                        .map(command -> ("%-" + (width + 2) + "s%s")
                                .formatted(
                                        command.usage(),
                                        texts.get()
                                                .text("help." + command.word().substring(1))))
                        .collect(Collectors.joining("\n")));
        return true;
    }

    private boolean begin() {
        place.leave();
        screen.print(Tone.QUIET, texts.get().text("new"));
        return true;
    }

    private boolean language(String code) {
        Optional<Language> language = Language.of(code);
        if (language.isEmpty()) {
            String known = Arrays.stream(Language.values()).map(Language::code).collect(Collectors.joining(", "));
            screen.print(Tone.PROBLEM, texts.get().text("language.which", "codes", known));
            return false;
        }
        texts.set(new Texts(language.get()));
        screen.print(Tone.QUIET, texts.get().text("language.set"));
        return true;
    }

    private boolean inspect() {
        Optional<String> shown = place.last().map(new Inspection(texts.get())::of);
        screen.print(
                shown.isPresent() ? Tone.QUIET : Tone.PROBLEM,
                shown.orElseGet(() -> texts.get().text("inspect.none")));
        return shown.isPresent();
    }

    private boolean turn(String text) throws BackendException, InterruptedException {
        BlockingQueue<TurnEvent> events = new LinkedBlockingQueue<>();
        AtomicInteger interrupts = new AtomicInteger();
        synchronized (heldBack) {
            answering = true;
        }
        try (Screen.Busy busy = screen.busy(() -> interrupt(events, interrupts))) {
            backend.say(place.session(), text, events::add);
            StringBuilder streamed = new StringBuilder();
            while (true) {
                TurnEvent event = events.take();
                place.goOn(event.sessionId());
                Optional<Boolean> end = show(event, streamed);
                if (end.isPresent()) {
                    return end.get();
                }
            }
        } finally {
            showHeldBack();
        }
    }

    /** The first time asks for it; the second time no longer waits for the answer to that. */
    private void interrupt(BlockingQueue<TurnEvent> events, AtomicInteger interrupts) {
        if (interrupts.incrementAndGet() == 1) {
            Thread.ofVirtual().start(backend::interrupt);
        } else {
            events.add(new TurnEvent.Interrupted("", "", ""));
        }
    }

    /** Shows an event; present when the turn is over. */
    private Optional<Boolean> show(TurnEvent event, StringBuilder streamed) {
        return switch (event) {
            case TurnEvent.Delta delta -> {
                streamed.append(delta.text());
                screen.stream(delta.text());
                yield Optional.empty();
            }
            case TurnEvent.Completed turn -> {
                place.last(turn);
                boolean shown = screen.interactive()
                        && streamed.toString().strip().equals(turn.text().strip());
                endLine(streamed);
                if (!shown) {
                    screen.print(Tone.ANSWER, turn.text());
                }
                yield Optional.of(true);
            }
            case TurnEvent.Failed failed -> {
                endLine(streamed);
                screen.print(Tone.PROBLEM, failed.message());
                yield Optional.of(false);
            }
            case TurnEvent.Interrupted interrupted -> {
                endLine(streamed);
                screen.print(Tone.QUIET, texts.get().text("interrupted"));
                yield Optional.of(false);
            }
            default -> Optional.empty();
        };
    }

    private void endLine(StringBuilder streamed) {
        if (!streamed.isEmpty()) {
            screen.endStream();
        }
    }

    private void noticed(String text) {
        synchronized (heldBack) {
            if (answering) {
                heldBack.add(text);
                return;
            }
        }
        showNotice(text);
    }

    private void showHeldBack() {
        List<String> texts;
        synchronized (heldBack) {
            answering = false;
            texts = List.copyOf(heldBack);
            heldBack.clear();
        }
        texts.forEach(this::showNotice);
    }

    private void showNotice(String text) {
        screen.ring();
        screen.print(Tone.NOTICE, BELL + text);
    }
}
