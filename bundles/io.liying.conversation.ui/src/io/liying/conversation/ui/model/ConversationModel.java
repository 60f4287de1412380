package io.liying.conversation.ui.model;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation as the person sees it. Called by the UI thread only; what takes time runs in the background and comes
 * back through the UI thread.
 */
public final class ConversationModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationModel.class);
    private static final int MESSAGES = 1_000;

    /** What has to be shown anew. */
    public enum Change {
        ENGINE,
        SESSIONS,
        TRANSCRIPT,
        INSPECTED,
        SUGGESTIONS,
        NOTICES,
        VOICE,
        /** Only how loud the microphone is. */
        LEVEL
    }

    private final Engine engine;
    private final Threads threads;
    private final Supplier<Language> language;
    private final Clock clock;
    private final SessionList sessions;
    private final NoticeBoard notices;
    private final VoiceModel voice;
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private final Map<String, Transcript> running = new HashMap<>();
    private List<Suggestion> suggestions = List.of();
    private Transcript transcript = new Transcript(Optional.empty());
    private Optional<Turn> turn = Optional.empty();
    private int chosen = -1;
    private String draft = "";
    private String spoken = "";

    /** @param language in which suggestions are made */
    public ConversationModel(
            Engine engine, Threads threads, Supplier<Language> language, Clock clock, VoiceModel.Desk desk) {
        this.engine = engine;
        this.threads = threads;
        this.language = language;
        this.clock = clock;
        sessions = new SessionList(engine, threads, clock, () -> tell(Change.SESSIONS));
        voice = new VoiceModel(engine, desk, threads, new Shown());
        notices = new NoticeBoard(engine, threads, () -> tell(Change.NOTICES), voice::say);
        engine.listen(() -> threads.ui().execute(this::engineChanged));
    }

    public SessionList sessions() {
        return sessions;
    }

    public NoticeBoard notices() {
        return notices;
    }

    public VoiceModel voice() {
        return voice;
    }

    /** Whether the person can be answered now. */
    public boolean isReady() {
        return engine.conversations().isPresent();
    }

    /** Whether an answer is coming in the shown session. */
    public boolean isRunning() {
        return transcript.isRunning();
    }

    public Optional<String> currentSession() {
        return transcript.sessionId();
    }

    /** The title of the shown session, or empty for a new one. */
    public Optional<String> title() {
        return currentSession().flatMap(sessions::session).map(Session::title);
    }

    public List<Bubble> bubbles() {
        return transcript.bubbles();
    }

    public List<Suggestion> suggestions() {
        return suggestions;
    }

    /** What the person has typed and not sent. */
    public String draft() {
        return draft;
    }

    public void draft(String text) {
        draft = text;
    }

    /** The message that the person has chosen to inspect, or -1. */
    public int chosen() {
        return chosen;
    }

    /** What the inspector shows: of the chosen message, else of the last one that has any. */
    public Optional<Insight> insight() {
        List<Bubble> bubbles = transcript.bubbles();
        if (chosen >= 0) {
            return bubbles.get(chosen).insight();
        }
        return bubbles.reversed().stream()
                .flatMap(bubble -> bubble.insight().stream())
                .findFirst();
    }

    /** Chooses a message to inspect; one without insight ends the choice. */
    public void inspect(int bubble) {
        List<Bubble> bubbles = transcript.bubbles();
        boolean can = bubble >= 0
                && bubble < bubbles.size()
                && bubbles.get(bubble).insight().isPresent();
        chosen = can && bubble != chosen ? bubble : -1;
        tell(Change.INSPECTED);
    }

    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public void forget(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    /**
     * Sends what the person said.
     *
     * @return false if it is blank, an answer is still coming or nobody is there to answer
     */
    public boolean send(String text) {
        Optional<Conversations> conversations = engine.conversations();
        if (text.isBlank() || isRunning() || conversations.isEmpty()) {
            return false;
        }
        Transcript asked = transcript;
        asked.ask(text.strip(), clock.instant());
        turn = Optional.empty();
        chosen = -1;
        draft = "";
        tell(Change.TRANSCRIPT);
        TurnRequest request = TurnRequest.text(Person.OWNER, asked.sessionId(), text.strip());
        Consumer<TurnEvent> aloud = voice.follower();
        threads.background().execute(() -> start(conversations.get(), request, asked, aloud));
        return true;
    }

    private void start(Conversations conversations, TurnRequest request, Transcript asked, Consumer<TurnEvent> aloud) {
        try {
            Turn started = conversations.start(request, event -> {
                threads.ui().execute(() -> received(asked, event));
                aloud.accept(event);
            });
            threads.ui().execute(() -> accepted(asked, started));
        } catch (TurnRefusedException refusal) {
            threads.ui().execute(() -> refused(asked, refusal.getMessage()));
        } catch (RuntimeException failure) {
            LOG.error("The turn could not be started; the log of the engine says why", failure);
            threads.ui().execute(() -> refused(asked, ""));
        }
    }

    private void accepted(Transcript asked, Turn started) {
        asked.accepted(started.sessionId());
        if (asked.isRunning()) {
            running.put(started.sessionId(), asked);
        }
        if (asked == transcript) {
            turn = Optional.of(started);
        }
    }

    private void refused(Transcript asked, String reason) {
        asked.refused(reason);
        show(asked);
    }

    private void received(Transcript asked, TurnEvent event) {
        asked.apply(event);
        show(asked);
        if (!asked.isRunning()) {
            running.remove(event.sessionId());
            sessions.reload();
        }
    }

    private void show(Transcript changed) {
        if (changed == transcript) {
            tell(Change.TRANSCRIPT);
        }
    }

    /** Stops the answer that is coming or being spoken. */
    public void stop() {
        voice.hush();
        if (!isRunning()) {
            return;
        }
        Optional<Turn> started = turn;
        Optional<String> session = currentSession();
        threads.background().execute(() -> {
            if (started.isPresent()) {
                started.get().interrupt();
            } else if (session.isPresent()) {
                engine.conversations().ifPresent(all -> all.interrupt(Person.OWNER, session.get()));
            }
        });
    }

    /** Turns to an empty conversation. */
    public void newConversation() {
        turnTo(new Transcript(Optional.empty()));
        refreshSuggestions();
    }

    /** Turns to a stored session. */
    public void open(String sessionId) {
        if (currentSession().equals(Optional.of(sessionId))) {
            return;
        }
        if (running.containsKey(sessionId)) {
            turnTo(running.get(sessionId));
            return;
        }
        engine.history()
                .ifPresent(history -> threads.fetch(
                        () -> Transcript.of(sessionId, history.messages(Person.OWNER, sessionId, MESSAGES)),
                        this::turnTo));
    }

    /** Deletes a stored session; if it is the shown one, an empty conversation takes its place. */
    public void delete(String sessionId) {
        sessions.delete(sessionId, () -> {
            if (currentSession().equals(Optional.of(sessionId))) {
                newConversation();
            }
        });
    }

    private void turnTo(Transcript next) {
        transcript = next;
        turn = Optional.empty();
        chosen = -1;
        spoken = "";
        tell(Change.TRANSCRIPT);
        tell(Change.SESSIONS);
        voice.follow();
    }

    /** A turn that the person spoke: its words are asked in the shown session when it has been accepted. */
    private void spoken(TurnEvent event) {
        if (event instanceof TurnEvent.Heard(String session, String id, String text)) {
            transcript.cutShort();
            transcript.ask(text, clock.instant());
            transcript.accepted(session);
            running.put(session, transcript);
            turn = Optional.empty();
            chosen = -1;
            spoken = id;
            tell(Change.TRANSCRIPT);
        } else if (event.turnId().equals(spoken)) {
            received(transcript, event);
        } else {
            sessions.reload();
        }
    }

    /** Asks the skills again what one could say. */
    public void refreshSuggestions() {
        Language wanted = language.get();
        engine.skills()
                .ifPresent(skills -> threads.fetch(() -> Suggestion.of(skills.descriptions(), wanted), found -> {
                    if (!found.equals(suggestions)) {
                        suggestions = found;
                        tell(Change.SUGGESTIONS);
                    }
                }));
    }

    private void engineChanged() {
        notices.follow();
        voice.engineChanged();
        tell(Change.ENGINE);
        sessions.reload();
        refreshSuggestions();
    }

    private void tell(Change change) {
        List.copyOf(listeners).forEach(listener -> listener.accept(change));
    }

    @Override
    public void close() {
        voice.close();
        notices.close();
        listeners.clear();
    }

    /** Where the voice speaks and is heard. */
    private final class Shown implements VoiceModel.Stage {

        @Override
        public Optional<String> session() {
            return currentSession();
        }

        @Override
        public Language language() {
            return language.get();
        }

        @Override
        public void turn(TurnEvent event) {
            spoken(event);
        }

        @Override
        public void changed() {
            tell(Change.VOICE);
        }

        @Override
        public void heard() {
            tell(Change.LEVEL);
        }
    }
}
