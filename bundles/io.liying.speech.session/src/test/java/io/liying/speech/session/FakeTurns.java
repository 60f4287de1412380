package io.liying.speech.session;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.MessageLog;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRequest;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Turns that go on when the test says so. */
final class FakeTurns implements Conversations, MessageLog {

    final List<TurnRequest> requests = new CopyOnWriteArrayList<>();
    final List<String> interrupted = new CopyOnWriteArrayList<>();
    final List<Message> heard = new CopyOnWriteArrayList<>();
    private Consumer<? super TurnEvent> listener = event -> {};
    private String turn = "";
    private LanguageGuess language = LanguageGuess.certain(io.liying.i18n.api.Language.ENGLISH);

    private static final IntentResult NO_INTENT = new IntentResult(Optional.empty(), 0, List.of());

    String said() {
        return ((TurnInput.Text) requests.getLast().input()).text();
    }

    void understands() {
        listener.accept(new TurnEvent.Understood("s1", turn, language, NO_INTENT, List.of()));
    }

    void writes(String text) {
        listener.accept(new TurnEvent.Delta("s1", turn, text));
    }

    void completes(String text, boolean asks) {
        listener.accept(new TurnEvent.Completed(
                "s1", turn, text, language, NO_INTENT, List.of(), asks, Map.of(), Map.of(), Map.of()));
    }

    void fails(String message) {
        listener.accept(new TurnEvent.Failed("s1", turn, "turn.timeout", message, language.language()));
    }

    @Override
    public Turn start(TurnRequest request, Consumer<? super TurnEvent> events) {
        requests.add(request);
        listener = events;
        turn = "t" + requests.size();
        language = LanguageGuess.certain(request.language().orElseThrow());
        String id = turn;
        return new Turn() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String sessionId() {
                return "s1";
            }

            @Override
            public void interrupt() {
                interrupted.add(id);
            }

            @Override
            public CompletionStage<TurnEvent> outcome() {
                return new CompletableFuture<>();
            }
        };
    }

    @Override
    public boolean interrupt(String personId, String sessionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> append(String personId, Message message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Void> interrupted(String personId, Message message) {
        heard.add(message);
        return CompletableFuture.completedFuture(null);
    }
}
