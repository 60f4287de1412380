package io.liying.conversation.core;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnHook;
import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRefusedException.Reason;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.monitor.api.Meters;
import io.liying.runtime.api.Drain;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.osgi.service.event.propertytypes.EventTopics;
import org.osgi.service.metatype.annotations.Designate;

/** Accepts turns and runs them: in order within a session, side by side between sessions. */
@Component(
        service = {Conversations.class, Drain.class, EventHandler.class},
        configurationPid = "io.liying.conversation")
@EventTopics(TurnQueue.SESSION_DELETED)
@Designate(ocd = ConversationConfig.class)
public final class TurnQueue implements Conversations, Drain, EventHandler {

    /** Posted by the store with the property {@code session_id}. */
    static final String SESSION_DELETED = "io/liying/conversation/session/DELETED";

    private final ConversationConfig config;
    private final SessionQueues sessions;
    private final TurnPipeline pipeline;
    private final DefaultLanguage defaultLanguage;
    private final Optional<TurnMeters> meters;
    private final ActiveTurns active = new ActiveTurns();
    private final List<RankedHook> hooks = Collections.synchronizedList(new ArrayList<>());
    private volatile Hooks currentHooks;
    private final ScheduledThreadPoolExecutor timeLimits;

    private record RankedHook(TurnHook hook, int ranking) {}

    @Activate
    public TurnQueue(
            ConversationConfig config,
            @Reference TurnPipeline pipeline,
            @Reference History history,
            @Reference PersonMemory people,
            @Reference DefaultLanguage defaultLanguage,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Optional<Meters> meters) {
        this.config = config;
        this.sessions = new SessionQueues(history, people, config);
        this.pipeline = pipeline;
        this.defaultLanguage = defaultLanguage;
        this.currentHooks = new Hooks(List.of(), Duration.ofMillis(config.hook_milliseconds()));
        this.timeLimits = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("turn-limits").factory());
        timeLimits.setRemoveOnCancelPolicy(true);
        this.meters = meters.map(found -> new TurnMeters(found, active));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addHook(TurnHook hook, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer value ? value : 0;
        hooks.add(new RankedHook(hook, ranking));
        orderHooks();
    }

    void removeHook(TurnHook hook) {
        hooks.removeIf(known -> known.hook() == hook);
        orderHooks();
    }

    private void orderHooks() {
        synchronized (hooks) {
            List<TurnHook> ordered = hooks.stream()
                    .sorted((one, other) -> Integer.compare(other.ranking(), one.ranking()))
                    .map(RankedHook::hook)
                    .toList();
            currentHooks = new Hooks(ordered, Duration.ofMillis(config.hook_milliseconds()));
        }
    }

    @Deactivate
    void deactivate() throws InterruptedException {
        active.close(Duration.ofSeconds(config.turn_seconds()));
        timeLimits.shutdownNow();
        meters.ifPresent(TurnMeters::close);
    }

    @Override
    public Turn start(TurnRequest request, Consumer<? super TurnEvent> listener) throws TurnRefusedException {
        Language known = request.language().orElseGet(defaultLanguage::language);
        String text = switch (request.input()) {
            case TurnInput.Text(String words) ->
                Normalizer.normalize(words, Normalizer.Form.NFC).strip();
        };
        if (text.isEmpty()) {
            throw refused(Reason.MESSAGE_EMPTY, known, Map.of());
        }
        if (text.length() > config.max_message_length()) {
            throw refused(
                    Reason.MESSAGE_TOO_LONG,
                    known,
                    Map.of("length", text.length(), "limit", config.max_message_length()));
        }
        SessionQueue session = session(request, known);
        if (!active.enter()) {
            throw refused(Reason.STOPPING, known, Map.of());
        }
        Hooks hooksOfThisTurn = currentHooks;
        RunningTurn turn = new RunningTurn(
                UUID.randomUUID().toString(),
                session,
                request.language().orElse(session.context().language()),
                running -> runLimited(running, text, request.language(), hooksOfThisTurn),
                pipeline.failures(),
                listener);
        if (!session.add(turn, outcome -> ended(turn, outcome, hooksOfThisTurn))) {
            active.leave();
            throw refused(Reason.QUEUE_FULL, known, Map.of("limit", config.queue_capacity()));
        }
        return turn;
    }

    private SessionQueue session(TurnRequest request, Language known) throws TurnRefusedException {
        if (request.sessionId().isEmpty()) {
            return sessions.create(request.personId(), known);
        }
        String id = request.sessionId().get();
        return sessions.find(request.personId(), id)
                .orElseThrow(() -> refused(Reason.SESSION_UNKNOWN, known, Map.of("session", id)));
    }

    private TurnRefusedException refused(Reason reason, Language language, Map<String, ?> arguments) {
        return pipeline.failures().refused(reason, language, arguments);
    }

    private TurnEvent runLimited(RunningTurn turn, String text, Optional<Language> language, Hooks hooksOfThisTurn)
            throws InterruptedException {
        Duration limit = Duration.ofSeconds(config.turn_seconds());
        ScheduledFuture<?> timeLimit =
                timeLimits.schedule(() -> turn.timeOut(limit), limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return pipeline.run(turn, text, language, hooksOfThisTurn);
        } finally {
            timeLimit.cancel(false);
        }
    }

    private void ended(RunningTurn turn, TurnEvent outcome, Hooks hooksOfThisTurn) {
        active.leave();
        meters.ifPresent(measured -> measured.ended(outcome));
        try {
            hooksOfThisTurn.messageProcessed(turn.session().personId(), outcome);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean interrupt(String personId, String sessionId) {
        Optional<RunningTurn> running = sessions.find(personId, sessionId).flatMap(SessionQueue::running);
        running.ifPresent(RunningTurn::interrupt);
        return running.isPresent();
    }

    @Override
    public boolean drain(Duration limit) throws InterruptedException {
        return active.close(limit);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty("session_id") instanceof String deleted) {
            sessions.forget(deleted);
        }
    }
}
