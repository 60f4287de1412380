package io.liying.console.core;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Echoes what is said. "wait" is answered only when interrupted, "fail" fails, "refuse" is refused. */
final class FakeBackend implements Backend {

    final List<Session> sessions = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final CountDownLatch waiting = new CountDownLatch(1);
    volatile boolean deaf;
    volatile Consumer<String> notices = text -> {};
    private volatile Consumer<? super TurnEvent> listener;

    @Override
    public void say(Optional<String> sessionId, String text, Consumer<? super TurnEvent> events)
            throws BackendException {
        done.add("say " + text + " in " + sessionId.orElse("new"));
        listener = events;
        if (text.equals("refuse")) {
            throw new BackendException("The queue is full.");
        }
        Thread.ofVirtual().start(() -> answer(sessionId.orElse("s1"), text, events));
    }

    private void answer(String session, String text, Consumer<? super TurnEvent> events) {
        switch (text) {
            case "wait" -> {
                events.accept(new TurnEvent.Delta(session, "t", "beginning"));
                waiting.countDown();
            }
            case "fail" -> events.accept(new TurnEvent.Failed(session, "t", "x", "It failed.", Language.ENGLISH));
            default -> {
                events.accept(new TurnEvent.Heard(session, "t", text));
                events.accept(new TurnEvent.Delta(session, "t", "You said: "));
                notices.accept("the tea is ready");
                events.accept(new TurnEvent.Delta(session, "t", text));
                events.accept(completed(session, "You said: " + text));
            }
        }
    }

    static TurnEvent.Completed completed(String session, String text) {
        Map<String, Duration> timings = new LinkedHashMap<>();
        timings.put("language", Duration.ofNanos(120_000));
        timings.put("total", Duration.ofNanos(1_860_000));
        return new TurnEvent.Completed(
                session,
                "t",
                text,
                new LanguageGuess(Language.KOREAN, 0.98, List.of(), true),
                new IntentResult(Optional.of("timer.set"), 0.9, List.of(new Ranked<>("clock.time", 0.05))),
                List.of(new Entity("duration", "PT5M", "5분", 0, 2, 1)),
                false,
                Map.of(),
                Map.of(),
                timings);
    }

    @Override
    public void interrupt() {
        done.add("interrupt");
        if (!deaf) {
            listener.accept(new TurnEvent.Interrupted("s1", "t", "beginning"));
        }
    }

    @Override
    public List<Session> sessions(String words, int limit) {
        return sessions.stream()
                .filter(session -> session.title().contains(words))
                .toList();
    }

    @Override
    public List<Message> messages(String sessionId, int limit) {
        return List.of(
                message(sessionId, Message.Role.PERSON, "5분 타이머"),
                message(sessionId, Message.Role.ASSISTANT, "5분 타이머를 시작했어요."));
    }

    private static Message message(String session, Message.Role role, String text) {
        return new Message(
                session, "t", role, text, Language.KOREAN, Optional.empty(), 1, List.of(), Map.of(), Instant.EPOCH);
    }

    void session(String id, String title) {
        Instant at = Instant.parse("2026-11-21T00:30:00Z");
        sessions.add(new Session(id, "owner", title, Language.KOREAN, at, at, 2));
    }

    @Override
    public boolean rename(String sessionId, String title) {
        done.add("rename " + sessionId + " " + title);
        return true;
    }

    @Override
    public boolean delete(String sessionId) {
        done.add("delete " + sessionId);
        return true;
    }

    @Override
    public Optional<String> export(String sessionId, History.Format format) {
        return Optional.of(format + " of " + sessionId);
    }

    @Override
    public void onNotice(Consumer<String> consumer) {
        notices = consumer;
    }

    @Override
    public void close() {
        done.add("close");
    }
}
