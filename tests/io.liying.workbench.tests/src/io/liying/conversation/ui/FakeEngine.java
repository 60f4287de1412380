package io.liying.conversation.ui;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.Skills;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** An engine without understanding: it answers what it was taught, word by word, as fast as the test lets it. */
public final class FakeEngine implements Conversations, History, Notices, Skills {

    /** What to answer to a text. */
    public record Reply(
            String text, Language language, String intent, double confidence, List<Entity> entities, Duration total) {}

    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, List<Message>> messages = new ConcurrentHashMap<>();
    private final List<Consumer<? super Notice>> doors = new CopyOnWriteArrayList<>();
    private final Semaphore words = new Semaphore(Integer.MAX_VALUE / 2);
    private volatile List<SkillDescription> skills = List.of();
    private int turns;

    public void teach(String text, Reply reply) {
        replies.put(text, reply);
    }

    public void teach(List<SkillDescription> taught) {
        skills = List.copyOf(taught);
    }

    /** Lets only so many more words out; the next ones wait. */
    public void holdAfter(int count) {
        words.drainPermits();
        words.release(count);
    }

    /** Lets all words out. */
    public void letGo() {
        words.release(Integer.MAX_VALUE / 2 - words.availablePermits());
    }

    public void remember(Session session, List<Message> said) {
        sessions.put(session.id(), session);
        messages.put(session.id(), new ArrayList<>(said));
    }

    @Override
    public synchronized Turn start(TurnRequest request, Consumer<? super TurnEvent> listener) {
        String text = ((TurnInput.Text) request.input()).text();
        String session = request.sessionId().orElse("session-" + (sessions.size() + 1));
        Running turn = new Running("turn-" + ++turns, session, text, listener);
        turn.thread = Thread.ofVirtual().start(turn::run);
        return turn;
    }

    @Override
    public boolean interrupt(String personId, String sessionId) {
        return false;
    }

    private final class Running implements Turn {
        private final String id;
        private final String session;
        private final String text;
        private final Consumer<? super TurnEvent> listener;
        private final CompletableFuture<TurnEvent> outcome = new CompletableFuture<>();
        private volatile Thread thread = Thread.currentThread();

        Running(String id, String session, String text, Consumer<? super TurnEvent> listener) {
            this.id = id;
            this.session = session;
            this.text = text;
            this.listener = listener;
        }

        void run() {
            Reply reply = replies.get(text);
            if (reply == null) {
                end(new TurnEvent.Failed(session, id, "test.untaught", "I was not taught: " + text, Language.ENGLISH));
                return;
            }
            LanguageGuess language =
                    new LanguageGuess(reply.language(), 0.97, List.of(new Ranked<>(Language.GERMAN, 0.02)), true);
            IntentResult intent = new IntentResult(
                    Optional.of(reply.intent()),
                    reply.confidence(),
                    List.of(new Ranked<>("clock.time", 0.04), new Ranked<>("smalltalk.greeting", 0.01)));
            listener.accept(new TurnEvent.Heard(session, id, text));
            listener.accept(new TurnEvent.Understood(session, id, language, intent, reply.entities()));
            StringBuilder heard = new StringBuilder();
            try {
                for (String word : reply.text().split("(?<= )")) {
                    words.acquire();
                    heard.append(word);
                    listener.accept(new TurnEvent.Delta(session, id, word));
                }
            } catch (InterruptedException stopped) {
                end(new TurnEvent.Interrupted(session, id, heard.toString().strip()));
                return;
            }
            Map<String, Duration> timings = new LinkedHashMap<>();
            timings.put("language", reply.total().dividedBy(10));
            timings.put("intent", reply.total().dividedBy(3));
            timings.put("skill", reply.total().dividedBy(4));
            timings.put("store", reply.total().dividedBy(6));
            timings.put("total", reply.total());
            keep(reply, timings);
            end(new TurnEvent.Completed(
                    session,
                    id,
                    reply.text(),
                    language,
                    intent,
                    reply.entities(),
                    false,
                    Map.of(),
                    Map.of("topic", reply.intent()),
                    timings));
        }

        private void keep(Reply reply, Map<String, Duration> timings) {
            Instant now = Instant.now();
            List<Message> said = messages.computeIfAbsent(session, unused -> new CopyOnWriteArrayList<>());
            said.add(new Message(
                    session,
                    id,
                    Message.Role.PERSON,
                    text,
                    reply.language(),
                    Optional.of(reply.intent()),
                    reply.confidence(),
                    reply.entities(),
                    Map.of(),
                    now));
            said.add(new Message(
                    session,
                    id,
                    Message.Role.ASSISTANT,
                    reply.text(),
                    reply.language(),
                    Optional.of(reply.intent()),
                    reply.confidence(),
                    List.of(),
                    timings,
                    now));
            sessions.merge(
                    session,
                    new Session(session, "owner", text, reply.language(), now, now, 2),
                    (old, fresh) -> new Session(
                            session, "owner", old.title(), reply.language(), old.createdAt(), now, said.size()));
        }

        private void end(TurnEvent event) {
            listener.accept(event);
            outcome.complete(event);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String sessionId() {
            return session;
        }

        @Override
        public void interrupt() {
            thread.interrupt();
        }

        @Override
        public CompletionStage<TurnEvent> outcome() {
            return outcome;
        }
    }

    @Override
    public List<Session> sessions(String personId, String query, int offset, int limit) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return sessions.values().stream()
                .filter(session -> session.title().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(Session::updatedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Session> session(String personId, String sessionId) {
        return Optional.ofNullable(sessions.get(sessionId));
    }

    @Override
    public List<Message> messages(String personId, String sessionId, int limit) {
        return List.copyOf(messages.getOrDefault(sessionId, List.of()));
    }

    @Override
    public boolean rename(String personId, String sessionId, String title) {
        return sessions.computeIfPresent(
                        sessionId,
                        (id, old) -> new Session(
                                id,
                                old.personId(),
                                title,
                                old.language(),
                                old.createdAt(),
                                old.updatedAt(),
                                old.messages()))
                != null;
    }

    @Override
    public boolean delete(String personId, String sessionId) {
        messages.remove(sessionId);
        return sessions.remove(sessionId) != null;
    }

    @Override
    public Optional<String> export(String personId, String sessionId, Format format) {
        return session(personId, sessionId).map(Session::title);
    }

    @Override
    public void publish(Notice notice) {
        doors.forEach(door -> door.accept(notice));
    }

    @Override
    public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
        doors.add(listener);
        return () -> doors.remove(listener);
    }

    @Override
    public List<SkillDescription> descriptions() {
        return skills;
    }

    @Override
    public IntentModel model() {
        return (text, language) -> new IntentResult(Optional.empty(), 1, List.of());
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        return Optional.empty();
    }

    /** A skill with one phrase in English and one in Korean. */
    public static SkillDescription skill(String id, String name, String phrase, String koreanName, String korean) {
        return new SkillDescription(
                id,
                Map.of(Language.ENGLISH, name, Language.KOREAN, koreanName),
                Map.of(),
                List.of(new IntentExamples(
                        id + ".ask", Map.of(Language.ENGLISH, List.of(phrase), Language.KOREAN, List.of(korean)))));
    }
}
