package io.liying.skill.memory;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Slot;
import io.liying.skill.api.Wording;
import io.liying.skill.api.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Remembers facts, finds, lists, exports and forgets them. */
@Component(service = Skill.class)
public final class MemorySkill implements Skill {

    private static final String FACT = "fact";
    private static final int LONGEST = 500;
    private static final int MOST_SHOWN = 20;

    private final Messages messages;
    private final Memory memory;
    private final MemoryWords words = new MemoryWords();
    private final FactText factText;
    private final NameAnswers names;
    private final PreferenceAnswers preferences;
    private final SpeakingAnswers speaking;
    private final SkillDescription description;

    @Activate
    public MemorySkill(@Reference MessageCatalogs catalogs, @Reference Memory memory) {
        this.messages = catalogs.of(MemorySkill.class);
        this.memory = memory;
        Words expressions = Words.beside(MemorySkill.class);
        this.factText = new FactText(expressions, words);
        this.names = new NameAnswers(messages, memory, expressions);
        this.preferences = new PreferenceAnswers(messages, memory, words);
        this.speaking = new SpeakingAnswers(messages, memory, words);
        this.description = SkillDescription.read("memory", MemorySkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        return switch (request.intent()) {
            case "memory.remember" -> remember(request);
            case "memory.introduce" ->
                names.introduce(request)
                        .orElseGet(() -> remember(
                                request,
                                factText.in(request.text(), request.language()).orElse(request.text())));
            case "memory.recall" -> names.tell(request).orElseGet(() -> recall(request));
            case "memory.list" -> list(request);
            case "memory.forget" -> forget(request);
            case "memory.export" ->
                SkillAnswer.of(memory.export(request.personId(), request.language(), Memory.Format.MARKDOWN));
            case "memory.address" -> preferences.address(request);
            case "memory.clock" -> preferences.timeFormat(request);
            case "memory.place" -> preferences.place(request);
            case "memory.language" -> preferences.language(request);
            case "memory.speaking" -> speaking.speaking(request);
            default -> throw new IllegalArgumentException("the memory knows no intent " + request.intent());
        };
    }

    private SkillAnswer remember(SkillRequest request) {
        Optional<Entity> slot = request.slot(FACT);
        Optional<String> answered =
                slot.filter(given -> given.type().equals(Slot.TEXT)).map(Entity::text);
        Optional<String> text = answered.or(() -> factText.in(request.text(), request.language()));
        return text.map(fact -> names.introduce(request, fact).orElseGet(() -> remember(request, fact)))
                .orElseGet(() -> SkillAnswer.ask(FACT, text(request, "ask.fact", Map.of())));
    }

    private SkillAnswer remember(SkillRequest request, String fact) {
        if (fact.length() > LONGEST) {
            return SkillAnswer.of(text(request, "too.long", Map.of("limit", LONGEST)));
        }
        corrected(request, fact).forEach(earlier -> memory.forget(request.personId(), earlier.id()));
        Optional<Fact> kept = memory.remember(request.personId(), request.language(), fact);
        return kept.isEmpty()
                ? SkillAnswer.of(text(request, "full", Map.of()))
                : about(text(request, "remembered", Map.of(FACT, fact)), List.of(kept.get()));
    }

    /** What a correction takes the place of; "…, no lo olvides" sounds like one and is another fact. */
    private List<Fact> corrected(SkillRequest request, String fact) {
        List<String> replaced = request.replaces().stream().map(Referent::value).toList();
        List<Fact> earlier = memory.facts(request.personId()).stream()
                .filter(known -> replaced.contains(known.id()))
                .toList();
        return factText.isBeforeOrder(request.text(), request.language())
                ? FactSearch.best(earlier, words.of(request.language()).content(fact))
                : earlier;
    }

    private SkillAnswer recall(SkillRequest request) {
        List<Fact> found = found(request);
        return found.isEmpty()
                ? SkillAnswer.of(text(request, "unknown", Map.of()), Map.of("facts", List.of()))
                : about(
                        text(
                                request,
                                "recalled",
                                Map.of(
                                        FACT,
                                        found.stream().limit(3).map(Fact::text).collect(Collectors.joining("; ")))),
                        found);
    }

    private SkillAnswer list(SkillRequest request) {
        List<Fact> facts = memory.facts(request.personId());
        if (facts.isEmpty()) {
            return SkillAnswer.of(text(request, "nothing", Map.of()), Map.of("facts", List.of()));
        }
        List<Fact> shown = facts.stream().limit(MOST_SHOWN).toList();
        return about(text(request, "list", Map.of("count", facts.size())) + lines(shown), shown);
    }

    private SkillAnswer forget(SkillRequest request) {
        List<Fact> facts = memory.facts(request.personId());
        if (facts.isEmpty()) {
            return SkillAnswer.of(text(request, "nothing", Map.of()));
        }
        Optional<Fact> named = request.slot(FACT)
                .flatMap(slot -> facts.stream()
                        .filter(fact -> fact.id().equals(slot.value()))
                        .findFirst());
        if (named.isEmpty() && words.of(request.language()).meansAll(request.text())) {
            return forgetAll(request, facts);
        }
        List<Fact> meant = named.map(List::of).orElseGet(() -> found(request));
        if (meant.isEmpty()) {
            meant = facts;
        }
        if (meant.size() > 1) {
            List<Fact> shown = meant.stream().limit(MOST_SHOWN).toList();
            return SkillAnswer.choose(text(request, "ask.which", Map.of()) + lines(shown), referents(shown));
        }
        memory.forget(request.personId(), meant.getFirst().id());
        return SkillAnswer.of(
                text(request, "forgotten", Map.of(FACT, meant.getFirst().text())));
    }

    private SkillAnswer forgetAll(SkillRequest request, List<Fact> facts) {
        if (!request.confirmed()) {
            return SkillAnswer.confirm(text(request, "confirm.all", Map.of("count", facts.size())));
        }
        facts.forEach(fact -> memory.forget(request.personId(), fact.id()));
        return SkillAnswer.of(text(request, "forgotten.all", Map.of()));
    }

    /** The facts that have most in common with what was said. */
    private List<Fact> found(SkillRequest request) {
        return FactSearch.best(
                memory.facts(request.personId()), words.of(request.language()).content(request.text()));
    }

    private static String lines(List<Fact> facts) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < facts.size(); i++) {
            lines.append('\n').append(i + 1).append(". ").append(facts.get(i).text());
        }
        return lines.toString();
    }

    /** An answer that names facts. */
    static SkillAnswer about(String text, List<Fact> facts) {
        return SkillAnswer.of(
                        text,
                        Map.of(
                                "facts",
                                facts.stream()
                                        .map(fact -> Map.of("id", fact.id(), "text", fact.text()))
                                        .toList()))
                .about(referents(facts));
    }

    private static List<Referent> referents(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new Referent(FACT, fact.id(), fact.text()))
                .toList();
    }

    private String text(SkillRequest request, String key, Map<String, ?> arguments) {
        Language language = request.language();
        return Wording.text(messages, language, request.person().formality(), key, arguments);
    }
}
