package io.liying.http.rest;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRefusedException.Reason;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Answers "echo" at once. Other words do what they say: "wait" waits until {@link #release}, "timeout" and "broken" fail,
 * "full", "stopping" and "long" are refused, and the session "unknown" does not exist.
 */
final class FakeConversations implements Conversations {

    final BlockingQueue<TurnEvent> ended = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, FakeTurn> waiting = new ConcurrentHashMap<>();

    private volatile ServiceRegistration<Conversations> registration;

    void register(BundleContext context) {
        registration = context.registerService(Conversations.class, this, null);
    }

    void unregister() {
        registration.unregister();
    }

    private record FakeTurn(
            String id, String sessionId, Consumer<? super TurnEvent> listener, CompletableFuture<TurnEvent> outcome)
            implements Turn {
        @Override
        public void interrupt() {}
    }

    @Override
    public Turn start(TurnRequest request, Consumer<? super TurnEvent> listener) throws TurnRefusedException {
        String text = ((TurnInput.Text) request.input()).text();
        refuse(request, text);
        String session = request.sessionId().orElseGet(() -> "s-" + count.incrementAndGet());
        FakeTurn turn = new FakeTurn("t-" + count.incrementAndGet(), session, listener, new CompletableFuture<>());
        Thread.ofVirtual().start(() -> run(turn, text, request.language().orElse(Language.ENGLISH)));
        return turn;
    }

    private static void refuse(TurnRequest request, String text) throws TurnRefusedException {
        if (request.sessionId().filter("unknown"::equals).isPresent()) {
            throw new TurnRefusedException(Reason.SESSION_UNKNOWN, "unknown");
        }
        switch (text) {
            case "full" -> throw new TurnRefusedException(Reason.QUEUE_FULL, "full");
            case "stopping" -> throw new TurnRefusedException(Reason.STOPPING, "stopping");
            case "long" -> throw new TurnRefusedException(Reason.MESSAGE_TOO_LONG, "long");
            default -> {}
        }
    }

    private void run(FakeTurn turn, String text, Language language) {
        String session = turn.sessionId();
        LanguageGuess guess = new LanguageGuess(language, 0.98765, List.of(new Ranked<>(Language.GERMAN, 0.01)), true);
        IntentResult intent = new IntentResult(Optional.of("echo"), 0.91234, List.of(new Ranked<>("clock.time", 0.05)));
        List<Entity> entities = List.of(new Entity(Entity.NUMBER, "2", "two", 0, 3, 1));
        turn.listener().accept(new TurnEvent.Heard(session, turn.id(), text));
        turn.listener().accept(new TurnEvent.Understood(session, turn.id(), guess, intent, entities));
        turn.listener().accept(new TurnEvent.SkillChosen(session, turn.id(), "echo"));
        switch (text) {
            case "wait" -> waiting.put(session, turn);
            case "timeout" ->
                end(turn, new TurnEvent.Failed(session, turn.id(), "turn.timeout", "Too slow.", language));
            case "broken" ->
                end(turn, new TurnEvent.Failed(session, turn.id(), "turn.failed", "It went wrong.", language));
            case "flood" -> {
                for (int i = 0; i < 5000; i++) {
                    turn.listener().accept(new TurnEvent.Delta(session, turn.id(), "x".repeat(10_000)));
                }
                complete(turn, text, guess, intent, entities);
            }
            default -> complete(turn, text, guess, intent, entities);
        }
    }

    private void complete(FakeTurn turn, String text, LanguageGuess guess, IntentResult intent, List<Entity> entities) {
        String session = turn.sessionId();
        turn.listener().accept(new TurnEvent.Delta(session, turn.id(), "You said: " + text));
        turn.listener().accept(new TurnEvent.Sentence(session, turn.id(), "You said: " + text));
        Map<String, Duration> timings = new LinkedHashMap<>();
        timings.put("language", Duration.ofNanos(12_345));
        timings.put("total", Duration.ofMillis(2));
        end(
                turn,
                new TurnEvent.Completed(
                        session,
                        turn.id(),
                        "You said: " + text,
                        guess,
                        intent,
                        entities,
                        false,
                        Map.of("words", 1),
                        Map.of("topic", "echo"),
                        timings));
    }

    private void end(FakeTurn turn, TurnEvent last) {
        turn.listener().accept(last);
        turn.outcome().complete(last);
        ended.add(last);
    }

    /** Lets the turn of a session that waits go on. */
    void release(String sessionId) {
        FakeTurn turn = waiting.remove(sessionId);
        LanguageGuess guess = LanguageGuess.certain(Language.ENGLISH);
        complete(turn, "wait", guess, new IntentResult(Optional.empty(), 0.5, List.of()), List.of());
    }

    boolean isWaiting(String sessionId) {
        return waiting.containsKey(sessionId);
    }

    @Override
    public boolean interrupt(String personId, String sessionId) {
        FakeTurn turn = waiting.remove(sessionId);
        if (turn != null) {
            end(turn, new TurnEvent.Interrupted(sessionId, turn.id(), "You sa"));
        }
        return turn != null;
    }
}
