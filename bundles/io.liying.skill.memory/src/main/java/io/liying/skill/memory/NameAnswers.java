package io.liying.skill.memory;

import io.liying.i18n.api.Messages;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import io.liying.skill.api.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns and tells a person's own name. It is a fact like others, "my name is Sam", of which there is only one. */
final class NameAnswers {

    private static final String NAME = "name";

    private final Messages messages;
    private final Memory memory;
    private final PersonName names;

    NameAnswers(Messages messages, Memory memory, Words words) {
        this.messages = messages;
        this.memory = memory;
        this.names = new PersonName(words);
    }

    /** Empty if it was somebody else's name. */
    Optional<SkillAnswer> introduce(SkillRequest request) {
        Optional<String> name = names.introduced(request, NAME);
        if (name.isEmpty() && names.isOther(request)) {
            return Optional.empty();
        }
        return Optional.of(name.map(said -> keep(request, said))
                .or(() -> tell(request))
                .orElseGet(() -> SkillAnswer.ask(NAME, text(request, "ask.name", ""))));
    }

    /** Keeps the name in "remember that my name is Sam"; empty if the fact is another. */
    Optional<SkillAnswer> introduce(SkillRequest request, String fact) {
        return names.said(fact, request.language()).map(name -> keep(request, name));
    }

    /** The name, or that it is not known; empty if something else was asked. */
    Optional<SkillAnswer> tell(SkillRequest request) {
        if (!names.isAsked(request)) {
            return Optional.empty();
        }
        for (Fact fact : memory.facts(request.personId())) {
            Optional<String> name = names.said(fact.text(), fact.language());
            if (name.isPresent()) {
                return Optional.of(MemorySkill.about(text(request, "name.told", name.get()), List.of(fact)));
            }
        }
        return Optional.of(SkillAnswer.of(text(request, "name.unknown", ""), Map.of("facts", List.of())));
    }

    private SkillAnswer keep(SkillRequest request, String name) {
        List<Fact> earlier = memory.facts(request.personId()).stream()
                .filter(fact -> names.said(fact.text(), fact.language()).isPresent())
                .toList();
        earlier.forEach(fact -> memory.forget(request.personId(), fact.id()));
        Optional<Fact> kept = memory.remember(request.personId(), request.language(), text(request, "fact.name", name));
        if (kept.isEmpty()) {
            return SkillAnswer.of(text(request, "full", name));
        }
        String key = earlier.isEmpty() ? "introduced" : "introduced.again";
        return MemorySkill.about(text(request, key, name), List.of(kept.get()));
    }

    private String text(SkillRequest request, String key, String name) {
        return Wording.text(messages, request.language(), request.person().formality(), key, Map.of(NAME, name));
    }
}
