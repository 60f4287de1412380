package io.liying.skill.calendar;

import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import io.liying.speech.api.VocabularySource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is in the owner's calendar in the next weeks, so that recognizers know the words. Read again once a minute. */
@Component
public final class CalendarTitles implements VocabularySource {

    /** Titles that engines are told at most; the nearest first. */
    static final int MOST = 200;

    private static final int DAYS = 30;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Title(String text, Language language) {}

    private record Known(Instant at, List<Title> titles) {}

    private final PersonCalendars calendars;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, List.of());

    @Activate
    public CalendarTitles(@Reference PersonCalendars calendars, @Reference Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<String> phrases(Language language) {
        Known now = known;
        if (now.at().isBefore(clock.instant().minus(FRESH))) {
            now = new Known(clock.instant(), read());
            known = now;
        }
        return now.titles().stream()
                .filter(title -> title.language() == language)
                .map(Title::text)
                .toList();
    }

    private List<Title> read() {
        ZonedDateTime from = ZonedDateTime.now(clock);
        return calendars.between(Person.OWNER, from, from.plusDays(DAYS)).stream()
                .map(Occurrence::event)
                .map(event -> new Title(plain(event.title()), event.language()))
                .filter(Predicate.not(title -> title.text().isEmpty()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** As it is said: small letters, without punctuation. */
    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}&&[^'’-]]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
