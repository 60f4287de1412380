package io.liying.skill.clock;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Memory;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.TimeSpan;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext.TimeFormat;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers what time, date or weekday it is, and how many days there are until one. */
@Component
public final class ClockSkill implements Skill {

    private static final DateTimeFormatter PLAIN_TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Messages messages;
    private final SkillDescription description;
    private final DayCount count;
    private final Map<Style, ClockFormats> formats = new ConcurrentHashMap<>();

    @Activate
    public ClockSkill(@Reference MessageCatalogs catalogs, @Reference RememberedDays remembered) {
        messages = catalogs.of(ClockSkill.class);
        count = new DayCount(remembered);
        description = SkillDescription.read("clock", ClockSkill.class, messages);
    }

    ClockSkill(MessageCatalogs catalogs, Memory memory, EntityExtractor extractor) {
        this(catalogs, new RememberedDays(memory, List.of(extractor)));
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        return switch (request.intent()) {
            case "clock.time" -> time(request);
            case "clock.date" -> day(request, "date");
            case "clock.weekday" -> day(request, "weekday");
            case "clock.count" -> count.answer(request, said(request), formats(request));
            case "clock.difference" -> TimeDifference.answer(request, said(request));
            default -> throw new IllegalArgumentException("the clock knows no intent " + request.intent());
        };
    }

    private SkillAnswer time(SkillRequest request) {
        Language language = request.language();
        ClockFormats format = formats(request);
        Optional<Entity> city = request.entity(Entity.CITY);
        ZonedDateTime there = request.now()
                .withZoneSameInstant(
                        city.map(ClockSkill::zone).orElse(request.now().getZone()));
        boolean otherDay = !there.toLocalDate().equals(request.now().toLocalDate());
        String key = city.isEmpty() ? "time.here" : otherDay ? "time.city.day" : "time.city";
        String text = said(request)
                .text(
                        language,
                        key,
                        Map.of(
                                "time", format.time(there, request.person().timeFormat()),
                                "hour", spokenHour(request, there),
                                "weekday", format.weekday(there.toLocalDate()),
                                "city",
                                        city.map(Entity::text)
                                                .map(CityName::shown)
                                                .orElse("")));
        return SkillAnswer.of(
                text,
                Map.of(
                        "time", there.format(PLAIN_TIME),
                        "date", there.toLocalDate().toString(),
                        "zone", there.getZone().getId()));
    }

    private static int spokenHour(SkillRequest request, ZonedDateTime there) {
        boolean twelve = request.person()
                .timeFormat()
                .filter(format -> format == TimeFormat.TWELVE_HOURS)
                .isPresent();
        return twelve ? (there.getHour() + 11) % 12 + 1 : there.getHour();
    }

    private SkillAnswer day(SkillRequest request, String what) {
        Language language = request.language();
        ClockFormats format = formats(request);
        Optional<LocalDate> asked = askedDay(request);
        Optional<Entity> city = asked.isPresent() ? Optional.empty() : request.entity(Entity.CITY);
        ZoneId zone = city.map(ClockSkill::zone).orElse(request.now().getZone());
        LocalDate day = asked.orElse(request.now().withZoneSameInstant(zone).toLocalDate());
        String when = city.isPresent() ? "city" : relation(request.now().toLocalDate(), day);
        Optional<String> span = asked.isEmpty() || request.entity(Entity.DATE).isPresent()
                ? Optional.empty()
                : request.entity(Entity.INTERVAL)
                        .flatMap(interval -> DayCount.told(
                                request,
                                said(request),
                                format,
                                interval,
                                request.now().toLocalDate()));
        String text = span.orElseGet(() -> said(request)
                .text(
                        language,
                        what + "." + when,
                        Map.of(
                                "date", format.date(day),
                                "full", format.fullDate(day),
                                "weekday", format.weekday(day),
                                "city",
                                        city.map(Entity::text)
                                                .map(CityName::shown)
                                                .orElse(""))));
        return SkillAnswer.of(
                text,
                Map.of("date", day.toString(), "weekday", day.getDayOfWeek().name(), "zone", zone.getId()));
    }

    /** The day that was asked for; of a week the day like today, of a weekend or a part of a day the first. */
    private static Optional<LocalDate> askedDay(SkillRequest request) {
        LocalDate today = request.now().toLocalDate();
        return request.entity(Entity.DATE)
                .or(() -> request.entity(Entity.DATETIME))
                .flatMap(entity -> TimeSpan.of(entity, today))
                .map(TimeSpan::firstDay)
                .or(() -> request.entity(Entity.INTERVAL).flatMap(interval -> within(interval, today)));
    }

    private static Optional<LocalDate> within(Entity interval, LocalDate today) {
        Optional<LocalDate> first = TimeSpan.of(interval, today).map(TimeSpan::firstDay);
        return switch (interval.attribute("grain").orElse("")) {
            case "week" ->
                first.map(monday -> monday.plusDays(today.getDayOfWeek().getValue() - 1L));
            case "weekend", "part", "day" -> first;
            default -> Optional.empty();
        };
    }

    private static String relation(LocalDate today, LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        return days == 0 ? "today" : days == 1 ? "tomorrow" : days == -1 ? "yesterday" : "other";
    }

    private static ZoneId zone(Entity city) {
        return ZoneId.of(city.value());
    }

    private ClockFormats formats(SkillRequest request) {
        return formats.computeIfAbsent(
                new Style(request.language(), request.person().formality()),
                style -> new ClockFormats(style.language(), Wording.in(messages, style.formality())));
    }

    /** What formats are kept for. */
    private record Style(Language language, Formality formality) {}

    /** The texts in the person's formality. */
    private Messages said(SkillRequest request) {
        return Wording.in(messages, request.person().formality());
    }
}
