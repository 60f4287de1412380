package io.liying.skill.timer.alarm;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds in a person's words what to be reminded of and how an alarm is called. In the files of words {@code §} stands for
 * what says when.
 */
final class AlarmWords {

    private static final String TIME = "§";

    private final Words words = Words.beside(AlarmWords.class);

    Optional<String> reminder(SkillRequest request) {
        Optional<String> slot =
                request.slot("text").map(found -> words.without(request.language(), "ending", found.text(), ""));
        boolean mixed = request.slot("text")
                .filter(found -> times(request).anyMatch(time -> overlap(time, found)))
                .isPresent();
        Optional<String> told = words.group(request.language(), "reminder", withoutTimes(request));
        return (mixed ? told.or(() -> slot) : slot.or(() -> told))
                .map(text -> request.language() == Language.KOREAN ? KoreanQuote.plain(text) : text);
    }

    /** What was learnt to be found can reach into what says when. */
    private static boolean overlap(Entity time, Entity slot) {
        return time.start() < slot.end() && slot.start() < time.end();
    }

    private static Stream<Entity> times(SkillRequest request) {
        return request.entities().stream().filter(AskedMoment::isTime);
    }

    Optional<String> alarmName(SkillRequest request) {
        return words.group(request.language(), "name", withoutTimes(request));
    }

    boolean meansAll(SkillRequest request) {
        return words.has(request.language(), "all", request.text());
    }

    boolean excepts(SkillRequest request) {
        return words.has(request.language(), "except", request.text());
    }

    boolean adds(SkillRequest request) {
        return words.has(request.language(), "also", request.text());
    }

    /** The weekdays that the words name. */
    Set<DayOfWeek> days(SkillRequest request) {
        Language language = request.language();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (words.has(language, "weekend", request.text())) {
            days.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        if (words.has(language, "workdays", request.text())) {
            days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        String text = request.text().toLowerCase(language.locale());
        for (DayOfWeek day : DayOfWeek.values()) {
            if (names(day, language).anyMatch(text::contains)) {
                days.add(day);
            }
        }
        return days;
    }

    private static Stream<String> names(DayOfWeek day, Language language) {
        String name = day.getDisplayName(TextStyle.FULL, language.locale()).toLowerCase(language.locale());
        return switch (language) {
            case CHINESE -> Stream.of(name, name.replace("星期", "周"), name.replace("星期", "礼拜"));
            case JAPANESE -> Stream.of(name.replace("曜日", "曜"));
            default -> Stream.of(name);
        };
    }

    /** The words without those that say when, without what leads to them, and without a full stop. */
    private String withoutTimes(SkillRequest request) {
        Language language = request.language();
        List<Entity> times = times(request)
                .sorted(Comparator.comparingInt(Entity::start)
                        .thenComparing(Comparator.comparingInt(Entity::end).reversed()))
                .toList();
        StringBuilder left = new StringBuilder();
        int at = 0;
        for (Entity time : times) {
            int end = Math.min(time.end(), request.text().length());
            if (time.start() >= at && end <= request.text().length()) {
                left.append(request.text(), at, time.start()).append(TIME);
                at = end;
            }
        }
        left.append(request.text().substring(at));
        String said = left.toString().strip().replaceAll("[.!?。！？]+$", "");
        return words.without(language, "time", said, " ").strip().replaceAll("\\s+", " ");
    }
}
