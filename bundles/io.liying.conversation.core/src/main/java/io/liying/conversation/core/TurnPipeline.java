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
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Translator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of a turn, from the person's words to the durable answer. */
@Component(service = TurnPipeline.class, configurationPid = "io.liying.conversation")
public final class TurnPipeline {

    private static final Logger log = LoggerFactory.getLogger(TurnPipeline.class);

    private final Understander understander;
    private final Skills skills;
    private final MessageLog storage;
    private final PersonMemory people;
    private final Dialogue dialogue;
    private final AfterAnswer afterAnswer;
    private final DialogueLexicon lexicon = new DialogueLexicon();
    private final SkillLanguages skillLanguages;
    private final Failures failures;
    private final Clock clock;

    @Activate
    public TurnPipeline(
            ConversationConfig config,
            @Reference Understander understander,
            @Reference Skills skills,
            @Reference MessageLog storage,
            @Reference PersonMemory people,
            @Reference MessageCatalogs catalogs,
            @Reference Clock clock) {
        this.understander = understander;
        this.skills = skills;
        this.storage = storage;
        this.people = people;
        this.clock = clock;
        Messages messages = catalogs.of(TurnPipeline.class);
        this.failures = new Failures(messages);
        DialogueTexts texts = new DialogueTexts(messages, skills);
        Carryover carryover = new Carryover((text, language, intent) -> LearntSlots.added(
                understander.entities(text, language, ZonedDateTime.now(clock)),
                skills.slots(),
                text,
                language,
                new IntentResult(Optional.of(intent), 1, List.of())));
        Clarity clarity = new Clarity(texts, config.ask_below_percent() / 100.0, config.offer_from_percent() / 100.0);
        this.dialogue = new Dialogue(texts, lexicon, carryover, clarity);
        this.afterAnswer = new AfterAnswer(texts);
        this.skillLanguages = new SkillLanguages(texts, skills);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addTranslator(Translator added) {
        skillLanguages.use(added);
    }

    void removeTranslator(Translator removed) {
        skillLanguages.forget(removed);
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
        String personId = turn.session().personId();
        LanguageGuess guess = given.map(LanguageGuess::certain)
                .orElseGet(() -> understander.language(text, people.expected(personId, context)));
        turn.useLanguage(guess.language());
        watch.lap("language");
        ZonedDateTime now = ZonedDateTime.now(clock);
        IntentResult meant = skillLanguages.meant(text, guess.language());
        watch.lap("intent");
        List<Entity> found = LearntSlots.added(
                understander.entities(text, guess.language(), now, personId),
                skills.slots(),
                text,
                guess.language(),
                meant);
        watch.lap("entities");
        DialogueState before = spoken(context.dialogue(now.toInstant()), text, guess.language());
        Heard heard = asked(
                new Heard(
                        text,
                        Plain.of(text),
                        guess.language(),
                        meant,
                        found,
                        people.formality(personId, guess.language(), before),
                        now),
                before,
                personId);
        PersonContext person = people.person(personId, heard.formality(), context, now.toInstant());
        Move move = dialogue.next(heard, before, person.recent());
        watch.lap("dialogue");
        IntentResult intent = move.intent();
        turn.emit(new TurnEvent.Understood(turn.sessionId(), turn.id(), guess, intent, found));

        CompletionStage<Void> heardStored = store(turn, Message.Role.PERSON, text, intent, found, Map.of());
        AfterAnswer.Outcome outcome = answer(turn, move, heard, before, person);
        SkillAnswer answer = outcome.answer();
        watch.lap("skill");
        String response = hooks.responseReady(personId, turn.sessionId(), guess.language(), answer.text());
        speak(turn, response, guess.language());
        CompletionStage<Void> answered =
                store(turn, Message.Role.ASSISTANT, response, intent, List.of(), watch.timings());
        CompletionStage<Void> kept = people.keep(turn, outcome.state(), text);
        try {
            heardStored.toCompletableFuture().get();
            answered.toCompletableFuture().get();
            kept.toCompletableFuture().get();
        } catch (ExecutionException failure) {
            log.error("Turn {} could not be stored", turn.id(), failure.getCause());
            return failures.storage(turn);
        }
        watch.lap("store");
        context.remember(
                guess.language(),
                new SessionContext.Exchange(text, intent.intent(), response, now.toInstant()),
                found,
                outcome.state());
        return new TurnEvent.Completed(
                turn.sessionId(),
                turn.id(),
                response,
                guess,
                intent,
                found,
                answer.needsClarification(),
                answer.data(),
                context.snapshot(now.toInstant()),
                watch.timings());
    }

    /** With what the words mean to a skill that lacks their language, if they mean nothing else. */
    private Heard asked(Heard heard, DialogueState before, String personId) throws InterruptedException {
        if (heard.intent().intent().isPresent() || before.question().isPresent()) {
            return heard;
        }
        return skillLanguages
                .question(heard.text(), heard.language())
                .map(question -> heard.meaning(new Heard.Translated(
                        question.text(),
                        question.language(),
                        question.intent(),
                        LearntSlots.added(
                                understander.entities(question.text(), question.language(), heard.now(), personId),
                                skills.slots(),
                                question.text(),
                                question.language(),
                                question.intent()))))
                .orElse(heard);
    }

    /** With the formality that the person's words show; a bare yes or no shows none. */
    private DialogueState spoken(DialogueState state, String text, Language language) {
        DialogueWords words = lexicon.of(language);
        Optional<Formality> shown = words.isBareAnswer(Plain.of(text)) ? Optional.empty() : words.formality(text);
        return shown.isPresent() ? state.speaking(language, shown.get()) : state;
    }

    private AfterAnswer.Outcome answer(
            RunningTurn turn, Move move, Heard heard, DialogueState before, PersonContext person)
            throws InterruptedException {
        return switch (move) {
            case Move.Say say -> afterAnswer.of(skillLanguages.translated(say, heard), heard);
            case Move.Call call -> {
                SkillAnswer answer = ask(turn, call.call(), heard, person);
                Optional<OpenQuestion> repeated = call.repeated(answer);
                yield repeated.isEmpty()
                        ? afterAnswer.of(call, answer, heard)
                        : answer(
                                turn,
                                dialogue.unanswered(repeated.get(), heard, before, person.recent()),
                                heard,
                                before,
                                person);
            }
        };
    }

    private SkillAnswer ask(RunningTurn turn, SkillCall call, Heard heard, PersonContext person)
            throws InterruptedException {
        Optional<SkillLease> leased = skills.lease(call.intent());
        if (leased.isEmpty()) {
            return SkillAnswer.of(dialogue.texts().offer(heard));
        }
        try (SkillLease lease = leased.get()) {
            turn.emit(new TurnEvent.SkillChosen(
                    turn.sessionId(), turn.id(), lease.description().id()));
            Language spoken = SkillLanguages.spoken(lease.description(), heard.language());
            return skillLanguages.translated(answer(turn, lease, call, spoken, heard, person), spoken, heard);
        }
    }

    private static SkillAnswer answer(
            RunningTurn turn, SkillLease lease, SkillCall call, Language spoken, Heard heard, PersonContext person)
            throws InterruptedException {
        try {
            return lease.answer(new SkillRequest(
                    call.intent(),
                    call.text(),
                    spoken,
                    call.entities(),
                    turn.session().personId(),
                    turn.sessionId(),
                    heard.now(),
                    call.slots(),
                    call.confirmed(),
                    call.replaces(),
                    SkillLanguages.person(person, spoken, heard.language())));
        } catch (SkillException failure) {
            return SkillAnswer.of(String.valueOf(failure.getMessage()), Map.of("error", "skill.failed"));
        }
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
