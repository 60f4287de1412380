package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.skill.api.IntentDialogue;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.Skills;
import io.liying.skill.api.Slot;
import io.liying.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A timer, an alarm, a clock and a notebook, understood by a word in the text. */
final class Commands implements Skills {

    private static final List<String> INTENTS = List.of("timer.set", "alarm.set", "clock.time", "note.add");

    static CompleteCommand complete() {
        CompleteCommand complete = new CompleteCommand(new Commands(), ManualClock.at("2026-11-21T12:00:00Z[UTC]"));
        complete.set((text, language, reference) -> {
            List<Entity> found = new ArrayList<>();
            find(found, text, "five minutes", "duration", "PT5M");
            find(found, text, "at seven", "time", "07:00");
            find(found, text, "5분", "duration", "PT5M");
            return found;
        });
        return complete;
    }

    private static void find(List<Entity> found, String text, String words, String type, String value) {
        int at = text.indexOf(words);
        if (at >= 0) {
            found.add(new Entity(type, value, words, at, at + words.length(), 0.99));
        }
    }

    @Override
    public List<SkillDescription> descriptions() {
        Map<Language, String> question = Map.of(Language.ENGLISH, "Which?");
        List<IntentExamples> examples = INTENTS.stream()
                .map(intent -> new IntentExamples(intent, Map.<Language, List<String>>of()))
                .toList();
        return List.of(new SkillDescription(
                "all",
                Map.of(),
                Map.of(),
                examples,
                List.of(
                        dialogue("timer.set", new Slot("duration", List.of("duration"), true, question, Map.of())),
                        dialogue("alarm.set", new Slot("time", List.of("time"), true, question, Map.of())),
                        dialogue("note.add", new Slot("text", List.of(Slot.TEXT), false, question, Map.of())))));
    }

    private static IntentDialogue dialogue(String intent, Slot slot) {
        return new IntentDialogue(intent, Map.of(), List.of(slot));
    }

    @Override
    public IntentModel model() {
        return (text, language) -> {
            String intent = text.contains("timer") || text.contains("타이머")
                    ? "timer.set"
                    : text.contains("wake")
                            ? "alarm.set"
                            : text.contains("time") ? "clock.time" : text.contains("note") ? "note.add" : "";
            return new IntentResult(
                    Optional.of(intent).filter(found -> !found.isEmpty()),
                    text.contains("perhaps") ? 0.6 : 0.97,
                    List.of());
        };
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        return Optional.empty();
    }
}
