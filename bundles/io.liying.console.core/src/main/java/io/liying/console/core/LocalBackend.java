package io.liying.console.core;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Notices;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** LiYing in this process. */
final class LocalBackend implements Backend {

    private final String personId;
    private final Conversations conversations;
    private final History history;
    private final Notices notices;
    private final List<Notices.Subscription> subscriptions = new ArrayList<>();
    private volatile @Nullable Turn running;

    LocalBackend(String personId, Conversations conversations, History history, Notices notices) {
        this.personId = personId;
        this.conversations = conversations;
        this.history = history;
        this.notices = notices;
    }

    @Override
    public void say(Optional<String> sessionId, String text, Consumer<? super TurnEvent> listener)
            throws BackendException {
        try {
            running = conversations.start(TurnRequest.text(personId, sessionId, text), listener);
        } catch (TurnRefusedException refused) {
            throw new BackendException(String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public void interrupt() {
        Turn turn = running;
        if (turn != null) {
            turn.interrupt();
        }
    }

    @Override
    public List<Session> sessions(String words, int limit) {
        return history.sessions(personId, words, 0, limit);
    }

    @Override
    public List<Message> messages(String sessionId, int limit) {
        return history.messages(personId, sessionId, limit);
    }

    @Override
    public boolean rename(String sessionId, String title) {
        return history.rename(personId, sessionId, title);
    }

    @Override
    public boolean delete(String sessionId) {
        return history.delete(personId, sessionId);
    }

    @Override
    public Optional<String> export(String sessionId, History.Format format) {
        return history.export(personId, sessionId, format);
    }

    @Override
    public void onNotice(Consumer<String> listener) {
        subscriptions.add(notices.subscribe(personId, notice -> listener.accept(notice.text())));
    }

    @Override
    public void close() {
        subscriptions.forEach(Notices.Subscription::close);
    }
}
