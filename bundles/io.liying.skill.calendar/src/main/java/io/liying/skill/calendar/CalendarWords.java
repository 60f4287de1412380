package io.liying.skill.calendar;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads in a person's words what an event is called and what else is meant. */
final class CalendarWords {

    private static final Set<String> MOMENTS =
            Set.of(Entity.DATE, Entity.TIME, Entity.DATETIME, Entity.INTERVAL, Entity.RECURRENCE, Entity.DURATION);

    private final Words words = Words.beside(CalendarWords.class);

    /** What is mentioned of times, each stretch of words once, in the order of the text. */
    static List<Entity> moments(SkillRequest request) {
        List<Entity> kept = new ArrayList<>();
        request.entities().stream()
                .filter(entity -> MOMENTS.contains(entity.type()))
                .sorted(Comparator.comparingInt((Entity entity) -> entity.start() - entity.end()))
                .forEach(entity -> {
                    if (kept.stream()
                            .noneMatch(other -> entity.start() < other.end() && other.start() < entity.end())) {
                        kept.add(entity);
                    }
                });
        kept.sort(Comparator.comparingInt(Entity::start));
        return kept;
    }

    /** "to eleven": the last number of a request without a time, if it can be an hour. */
    static List<Entity> bareHour(SkillRequest request) {
        return request.entities().stream()
                .filter(entity ->
                        entity.type().equals(Entity.NUMBER) && entity.value().matches("[1-9]|1\\d|2[0-3]"))
                .reduce((one, other) -> other)
                .map(CalendarWords::hour)
                .stream()
                .toList();
    }

    private static Entity hour(Entity number) {
        int hour = Integer.parseInt(number.value());
        String other = hour <= 12 ? "%02d:00".formatted((hour + 12) % 24) : "";
        return new Entity(
                Entity.TIME,
                "%02d:00".formatted(hour),
                number.text(),
                number.start(),
                number.end(),
                number.confidence(),
                other.isEmpty() ? List.of() : List.of(other),
                Map.of());
    }

    /** The title that was learnt to be one, else what is left of the words. */
    Optional<String> title(SkillRequest request) {
        Optional<String> learnt = request.entity("title")
                .map(title -> outsideMoments(request, title))
                .or(() -> request.slot("title").map(Entity::text))
                .map(text -> clean(request.language(), text))
                .filter(text -> !text.isBlank());
        return learnt.or(() -> Optional.of(left(request)).filter(text -> text.length() > 1));
    }

    /** A learnt title without what it shares with a time: "acht Zahnarzt" in "um halb acht Zahnarzt". */
    private static String outsideMoments(SkillRequest request, Entity title) {
        int start = title.start();
        int end = title.end();
        for (Entity moment : moments(request)) {
            if (moment.start() < title.start() && moment.end() > start && moment.end() < title.end()) {
                start = moment.end();
            } else if (moment.end() > title.end() && moment.start() < end && moment.start() > title.start()) {
                end = moment.start();
            }
        }
        return start == title.start() && end == title.end()
                ? title.text()
                : request.text().substring(start, end);
    }

    /** Where an event shall take place, as far as it was said. */
    Optional<String> place(SkillRequest request) {
        return words.group(request.language(), "place", marked(request))
                .map(text -> clean(request.language(), text))
                .filter(text -> !text.isBlank())
                .map(text -> text.length() > Event.LONGEST_PLACE ? text.substring(0, Event.LONGEST_PLACE) : text);
    }

    /** The title of an event whose place was said beside it: "lunch" in "lunch at the station". */
    Optional<String> titleBeside(SkillRequest request, String place) {
        Language language = request.language();
        Optional<String> learnt = request.entity("title")
                .or(() -> request.slot("title"))
                .map(title -> clean(language, words.without(language, "place", title.text(), " ")))
                .filter(text -> !text.isBlank() && !text.equalsIgnoreCase(place));
        return learnt.or(() -> Optional.of(left(language, words.without(language, "place", marked(request), " ")))
                        .filter(text -> text.length() > 1))
                .or(() -> title(request));
    }

    /** What is left when times and the words of a request are taken away. */
    private String left(SkillRequest request) {
        return left(request.language(), marked(request));
    }

    private String left(Language language, String marked) {
        String bare = words.without(language, "noise", marked, " ");
        return clean(language, bare.replace("§", " "));
    }

    /** With a sign in the place of each time, and without the end of the sentence. */
    private static String marked(SkillRequest request) {
        StringBuilder text = new StringBuilder(request.text());
        for (Entity moment : moments(request)) {
            if (moment.end() <= text.length()) {
                text.replace(moment.start(), moment.end(), "§".repeat(moment.end() - moment.start()));
            }
        }
        return text.toString().replaceAll("§+", "§").replaceAll("[.!?。！？]+$", "");
    }

    private String clean(Language language, String text) {
        String bare = words.without(language, "edge", text.strip(), "").replaceAll("\\s+", " ");
        String title = bare.replaceAll("^[\\s\"“”„'‘’«»「」,.:]+|[\\s\"“”„'‘’«»「」,.:]+$", "");
        return title.length() > Event.LONGEST_TITLE ? title.substring(0, Event.LONGEST_TITLE) : title;
    }

    boolean has(SkillRequest request, String section) {
        return words.has(request.language(), section, request.text());
    }

    /** How well words name an event: 3 for its title, 2 for a part of it, 1 for one of its words, 0 for nothing. */
    int names(Language language, String said, String title) {
        String wanted = title.toLowerCase(Locale.ROOT);
        String heard = said.toLowerCase(Locale.ROOT);
        if (heard.equals(wanted)) {
            return 3;
        }
        if (!heard.isBlank() && wanted.contains(heard) || heard.contains(wanted)) {
            return 2;
        }
        boolean word = Arrays.stream(wanted.split("[\\s\\p{Punct}]+"))
                .filter(part -> part.length() > (part.codePointAt(0) > 0x2E80 ? 1 : 2))
                .filter(part -> !words.has(language, "common", part))
                .anyMatch(heard::contains);
        return word ? 1 : 0;
    }
}
