package io.liying.console.core;

import io.liying.console.core.Screen.Tone;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands that deal with stored conversations. */
final class SessionCommands {

    private static final int SHOWN_SESSIONS = 20;
    private static final int SHOWN_MESSAGES = 10;

    private final Backend backend;
    private final Screen screen;
    private final Place place;
    private final Supplier<Texts> texts;
    private final ZoneId zone;

    SessionCommands(Backend backend, Screen screen, Place place, Supplier<Texts> texts, ZoneId zone) {
        this.backend = backend;
        this.screen = screen;
        this.place = place;
        this.texts = texts;
        this.zone = zone;
    }

    boolean list(String words) throws BackendException {
        List<Session> sessions = backend.sessions(words, SHOWN_SESSIONS);
        place.listed(sessions);
        if (sessions.isEmpty()) {
            String nothing = words.isEmpty()
                    ? texts.get().text("sessions.none")
                    : texts.get().text("sessions.not_found", "words", words);
            screen.print(Tone.QUIET, nothing);
            return true;
        }
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.get().language().locale())
                .withZone(zone);
        List<String> lines = new ArrayList<>();
        for (Session session : sessions) {
            String mark = place.session().filter(session.id()::equals).isPresent() ? "*" : " ";
            lines.add("%s%2d  %s  (%s)"
                    .formatted(mark, lines.size() + 1, session.title(), time.format(session.updatedAt())));
        }
        screen.print(Tone.ANSWER, String.join("\n", lines));
        return true;
    }

    boolean open(String number) throws BackendException {
        Optional<Session> session = place.numbered(number);
        if (session.isEmpty()) {
            return problem(texts.get().text("open.which"));
        }
        List<Message> messages = backend.messages(session.get().id(), SHOWN_MESSAGES);
        if (messages.isEmpty()) {
            return problem(texts.get().text("gone"));
        }
        place.open(session.get().id());
        screen.print(
                Tone.QUIET, texts.get().text("opened", "title", session.get().title()));
        for (Message message : messages) {
            boolean person = message.role() == Message.Role.PERSON;
            screen.print(person ? Tone.QUIET : Tone.ANSWER, (person ? Dialogue.PROMPT : "") + message.text());
        }
        return true;
    }

    boolean rename(String title) throws BackendException {
        if (place.session().isEmpty()) {
            return problem(texts.get().text("none_open"));
        }
        if (title.isEmpty()) {
            return problem(texts.get().text("rename.what"));
        }
        if (!backend.rename(place.session().get(), title)) {
            return problem(texts.get().text("gone"));
        }
        screen.print(Tone.QUIET, texts.get().text("renamed", "title", title));
        return true;
    }

    boolean delete(String number) throws BackendException {
        Optional<Session> numbered = place.numbered(number);
        if (!number.isEmpty() && numbered.isEmpty()) {
            return problem(texts.get().text("open.which"));
        }
        Optional<String> id = numbered.map(Session::id).or(place::session);
        if (id.isEmpty()) {
            return problem(texts.get().text("none_open"));
        }
        if (screen.interactive() && !confirmed()) {
            screen.print(Tone.QUIET, texts.get().text("delete.kept"));
            return true;
        }
        if (!backend.delete(id.get())) {
            return problem(texts.get().text("gone"));
        }
        if (place.session().equals(id)) {
            place.leave();
        }
        place.listed(List.of());
        screen.print(Tone.QUIET, texts.get().text("deleted"));
        return true;
    }

    private boolean confirmed() {
        List<String> yes = Arrays.asList(texts.get().text("yes").split(",", -1));
        return screen.read(texts.get().text("delete.ask") + " ") instanceof Screen.Input.Line(String answer)
                && yes.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    boolean export(String name) throws BackendException {
        if (place.session().isEmpty()) {
            return problem(texts.get().text("none_open"));
        }
        if (name.isEmpty()) {
            return problem(texts.get().text("export.what"));
        }
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        Optional<String> document =
                backend.export(place.session().get(), json ? History.Format.JSON : History.Format.MARKDOWN);
        if (document.isEmpty()) {
            return problem(texts.get().text("gone"));
        }
        try {
            Path file = file(name);
            Files.writeString(file, document.get(), StandardOpenOption.CREATE_NEW);
            screen.print(Tone.QUIET, texts.get().text("exported", "file", file));
            return true;
        } catch (FileAlreadyExistsException exists) {
            return problem(texts.get().text("export.exists", "file", name));
        } catch (IOException | InvalidPathException failure) {
            return problem(texts.get().text("export.failed", Map.of("file", name, "reason", failure.toString())));
        }
    }

    private static Path file(String name) {
        String home = System.getProperty("user.home", "");
        return Path.of(name.startsWith("~/") ? home + name.substring(1) : name).toAbsolutePath();
    }

    private boolean problem(String text) {
        screen.print(Tone.PROBLEM, text);
        return false;
    }
}
