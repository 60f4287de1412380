package io.liying.conversation.core;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.MessageLog;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.i18n.api.SentenceSplitter;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Skills;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of a turn, from the person's words to the durable answer. */
@Component(service = TurnPipeline.class)
public final class TurnPipeline {

    private static final Logger log = LoggerFactory.getLogger(TurnPipeline.class);

    /** Below this an answer to a question back is taken for one, even if it looks a little like something else. */
    private static final double CLEARLY_SOMETHING_ELSE = 0.85;

    private final Understander understander;
    private final Skills skills;
    private final MessageLog storage;
    private final Messages messages;
    private final Failures failures;
    private final Clock clock;

    @Activate
    public TurnPipeline(
            @Reference Understander understander,
            @Reference Skills skills,
            @Reference MessageLog storage,
            @Reference MessageCatalogs catalogs,
            @Reference Clock clock) {
        this.understander = understander;
        this.skills = skills;
        this.storage = storage;
        this.messages = catalogs.of(TurnPipeline.class);
        this.failures = new Failures(messages);
        this.clock = clock;
    }

    Failures failures() {
        return failures;
    }

    /**
     * Runs a turn.
     *
     * @param said what the person said, normalised
     * @param given the language if the door knows it
     */
    TurnEvent run(RunningTurn turn, String said, Optional<Language> given, Hooks hooks) throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        SessionContext context = turn.session().context();
        String text = hooks.messageReceived(turn.session().personId(), turn.sessionId(), said);
        turn.emit(new TurnEvent.Heard(turn.sessionId(), turn.id(), text));
        watch.lap("normalise");
        LanguageGuess guess =
                given.map(LanguageGuess::certain).orElseGet(() -> understander.language(text, context.language()));
        turn.useLanguage(guess.language());
        watch.lap("language");
        ZonedDateTime now = ZonedDateTime.now(clock);
        IntentResult intent = inContext(skills.model().classify(text, guess.language()), context);
        watch.lap("intent");
        List<Entity> found = LearntSlots.added(
                understander.entities(text, guess.language(), now), skills.slots(), text, guess.language(), intent);
        watch.lap("entities");
        turn.emit(new TurnEvent.Understood(turn.sessionId(), turn.id(), guess, intent, found));

        CompletionStage<Void> heard = store(turn, Message.Role.PERSON, text, intent, found, Map.of());
        SkillAnswer answer = answer(turn, text, guess.language(), intent, found, now);
        watch.lap("skill");
        String response =
                hooks.responseReady(turn.session().personId(), turn.sessionId(), guess.language(), answer.text());
        speak(turn, response, guess.language());
        CompletionStage<Void> answered =
                store(turn, Message.Role.ASSISTANT, response, intent, List.of(), watch.timings());
        try {
            heard.toCompletableFuture().get();
            answered.toCompletableFuture().get();
        } catch (ExecutionException failure) {
            log.error("Turn {} could not be stored", turn.id(), failure.getCause());
            return failures.storage(turn);
        }
        watch.lap("store");
        context.remember(guess.language(), intent.intent(), found, answer.needsClarification());
        return new TurnEvent.Completed(
                turn.sessionId(),
                turn.id(),
                response,
                guess,
                intent,
                found,
                answer.needsClarification(),
                answer.data(),
                context.snapshot(),
                watch.timings());
    }

    /** Takes words after a question back as the answer to it, unless they clearly mean something else. */
    private static IntentResult inContext(IntentResult intent, SessionContext context) {
        Optional<String> pending = context.pendingIntent();
        boolean clear = intent.intent().isPresent() && intent.confidence() >= CLEARLY_SOMETHING_ELSE;
        return pending.isPresent() && !clear
                ? new IntentResult(pending, Math.max(0.5, intent.confidence()), intent.alternatives())
                : intent;
    }

    private SkillAnswer answer(
            RunningTurn turn,
            String text,
            Language language,
            IntentResult intent,
            List<Entity> found,
            ZonedDateTime now)
            throws InterruptedException {
        Optional<SkillLease> leased = intent.intent().flatMap(skills::lease);
        if (leased.isEmpty()) {
            return fallback(language);
        }
        try (SkillLease lease = leased.get()) {
            turn.emit(new TurnEvent.SkillChosen(
                    turn.sessionId(), turn.id(), lease.description().id()));
            return lease.answer(new SkillRequest(
                    intent.intent().orElseThrow(),
                    text,
                    language,
                    found,
                    turn.session().personId(),
                    turn.sessionId(),
                    now));
        } catch (SkillException failure) {
            return SkillAnswer.of(String.valueOf(failure.getMessage()), Map.of("error", "skill.failed"));
        }
    }

    /** The honest answer to what no skill can do. */
    private SkillAnswer fallback(Language language) {
        List<SkillDescription> present = skills.descriptions();
        if (present.isEmpty()) {
            return SkillAnswer.of(messages.text(language, "fallback.nothing"));
        }
        String names = present.stream()
                .map(skill -> skill.names().getOrDefault(language, skill.id()))
                .collect(Collectors.joining(messages.text(language, "list.separator")));
        return SkillAnswer.of(messages.text(language, "fallback", Map.of("skills", names)));
    }

    private static void speak(RunningTurn turn, String response, Language language) {
        for (String sentence : SentenceSplitter.split(response, language)) {
            turn.emit(new TurnEvent.Delta(turn.sessionId(), turn.id(), sentence));
            turn.emit(new TurnEvent.Sentence(turn.sessionId(), turn.id(), sentence.strip()));
        }
    }

    private CompletionStage<Void> store(
            RunningTurn turn,
            Message.Role role,
            String text,
            IntentResult intent,
            List<Entity> found,
            Map<String, Duration> timings)
            throws InterruptedException {
        Message message = new Message(
                turn.sessionId(),
                turn.id(),
                role,
                text,
                turn.language(),
                intent.intent(),
                intent.confidence(),
                found,
                timings,
                Instant.now(clock));
        return turn.session().write(() -> storage.append(turn.session().personId(), message));
    }
}
