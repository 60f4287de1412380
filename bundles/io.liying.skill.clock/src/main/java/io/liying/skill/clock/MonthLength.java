package io.liying.skill.clock;

import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.TimeSpan;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Tells how many days a month has: the one that was named, or the next of its name. */
final class MonthLength {

    private final Words words;

    MonthLength(Words words) {
        this.words = words;
    }

    /** Empty if something else is to be counted. */
    Optional<SkillAnswer> answer(SkillRequest request, Messages texts, ClockFormats format) {
        if (!words.has(request.language(), "month.length", request.text())) {
            return Optional.empty();
        }
        LocalDate today = request.now().toLocalDate();
        return request.entities().stream()
                .filter(entity -> entity.type().equals(Entity.INTERVAL)
                        && entity.attribute("grain").filter("month"::equals).isPresent())
                .findFirst()
                .flatMap(month -> TimeSpan.of(month, today))
                .map(TimeSpan::firstDay)
                .map(first -> told(request, texts, format, first));
    }

    private static SkillAnswer told(SkillRequest request, Messages texts, ClockFormats format, LocalDate first) {
        int days = first.lengthOfMonth();
        String text = texts.text(
                request.language(),
                "count.month",
                Map.of(
                        "year", Integer.toString(first.getYear()),
                        "month", first.getMonthValue(),
                        "monthName", format.month(first),
                        "days", days));
        return SkillAnswer.of(text, Map.of("days", days, "date", first.toString()));
    }
}
