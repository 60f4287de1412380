package io.liying.skill.timer.alarm;

import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Answers a request about alarms and reminders.
 *
 * @param texts in the person's formality
 */
record RingAnswers(SkillRequest request, AlarmTexts texts) {

    LocalDate today() {
        return request.now().truncatedTo(ChronoUnit.DAYS).toLocalDate();
    }

    /** A text that speaks of some rings. */
    SkillAnswer told(String text, List<Ring> rings) {
        return SkillAnswer.of(
                        text, Map.of("alarms", rings.stream().map(Ring::data).toList()))
                .about(referents(rings));
    }

    /** A sentence about one ring. */
    SkillAnswer about(String key, Ring ring) {
        return told(texts.about(request.language(), key, ring, today()), List.of(ring));
    }

    /** Asks which of some rings is meant. */
    SkillAnswer which(String key, List<Ring> rings) {
        return SkillAnswer.choose(texts.list(request.language(), key, rings, today()), referents(rings));
    }

    private List<Referent> referents(List<Ring> rings) {
        return rings.stream()
                .map(ring -> new Referent(
                        "alarm",
                        ring.id(),
                        ring.text().isEmpty() ? texts.time(request.language(), ring.local()) : ring.text()))
                .toList();
    }
}
