package io.liying.conversation.core;

import io.liying.conversation.api.SessionStates;
import io.liying.i18n.api.Language;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Preferences;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the conversation knows of a person, and what of it is kept for after a restart. */
@Component(service = PersonMemory.class)
public final class PersonMemory {

    private static final Logger log = LoggerFactory.getLogger(PersonMemory.class);
    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Memory memory;
    private final SessionStates states;

    @Activate
    public PersonMemory(@Reference Memory memory, @Reference SessionStates states) {
        this.memory = memory;
        this.states = states;
    }

    /** The language to expect of somebody who has not said anything yet. */
    Language expected(String personId, SessionContext context) {
        return context.isNew()
                ? memory.preferences(personId).language().orElseGet(context::language)
                : context.language();
    }

    /** The formality that the person prefers, or shows, or else the language's usual one. */
    Formality formality(String personId, Language language, DialogueState state) {
        Formality preferred = memory.preferences(personId).formality().get(language);
        if (preferred != null) {
            return preferred;
        }
        Formality shown = state.formality().get(language);
        return shown != null ? shown : Formality.usual(language);
    }

    PersonContext person(String personId, Formality formality, SessionContext context, Instant now) {
        Preferences preferences = memory.preferences(personId);
        return new PersonContext(
                formality, preferences.timeFormat(), preferences.place(), preferences.language(), context.recent(now));
    }

    /** Keeps what the messages do not show, if it has changed. */
    CompletionStage<Void> keep(RunningTurn turn, DialogueState state, String said) throws InterruptedException {
        SessionContext context = turn.session().context();
        KeptState kept = KeptState.of(state, said);
        if (kept.equals(context.kept())) {
            return NOTHING;
        }
        context.keep(kept);
        return turn.session()
                .write(() -> states.save(turn.session().personId(), turn.sessionId(), StateText.write(kept)));
    }

    Optional<KeptState> find(String personId, String sessionId) {
        try {
            return states.find(personId, sessionId).map(StateText::read);
        } catch (IllegalArgumentException damaged) {
            log.warn("The state of session {} is damaged and left out", sessionId, damaged);
            return Optional.empty();
        }
    }
}
