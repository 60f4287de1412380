package io.liying.skill.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.api.Response;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.security.api.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarResourceTest {

    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Somebody//Something//EN
            BEGIN:VEVENT
            UID:zoned
            DTSTAMP:20261101T000000Z
            DTSTART;TZID=Europe/Berlin:20261123T090000
            DTEND;TZID=Europe/Berlin:20261123T093000
            RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261207T080000Z
            EXDATE;TZID=Europe/Berlin:20261130T090000
            SUMMARY:Standup\\, weekly
            LOCATION:Room 5
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT30M
            DESCRIPTION:x
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:utc
            DTSTAMP:20261101T000000Z
            DTSTART:20261124T010000Z
            DURATION:PT2H
            SUMMARY:Call
            END:VEVENT
            BEGIN:VEVENT
            UID:days
            DTSTAMP:20261101T000000Z
            DTSTART;VALUE=DATE:20261203
            SUMMARY:Birthday
            END:VEVENT
            BEGIN:VEVENT
            UID:hourly
            DTSTAMP:20261101T000000Z
            DTSTART:20261124T010000Z
            RRULE:FREQ=HOURLY
            SUMMARY:Too often
            END:VEVENT
            BEGIN:VEVENT
            UID:nothing
            DTSTAMP:20261101T000000Z
            SUMMARY:No start
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir
    Path folder;

    private Calendars kept;
    private CalendarResource resource;
    private FeedResource feed;

    @BeforeEach
    void open() {
        kept = new Calendars(folder);
        resource = new CalendarResource(kept.calendars, new MessageFiles(), kept.clock);
        feed = new FeedResource(kept.calendars, new MessageFiles());
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private record Asked(String personId, Map<String, String> values, String content) implements Request {

        Asked(Map<String, String> values) {
            this("ada", values, "");
        }

        @Override
        public Person person() {
            return new Person(personId, false);
        }

        @Override
        public Language language() {
            return Language.of(values.getOrDefault("language", "en")).orElseThrow();
        }

        @Override
        public String path(String name) {
            return values.getOrDefault(name, "");
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public boolean accepts(String mediaType) {
            return false;
        }

        @Override
        public Map<String, Object> json() {
            return Map.of();
        }

        @Override
        public void body(OutputStream out, long limit) throws IOException {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Object imported(String text) throws Exception {
        return ((Response.Json) resource.add(new Asked("ada", Map.of(), text))).body();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> listed(String from, String to) throws ProblemException {
        Response.Json json = (Response.Json) resource.list(new Asked(Map.of("from", from, "to", to)));
        return (List<Map<String, Object>>) ((Map<String, Object>) json.body()).get("events");
    }

    @Test
    void a_file_is_read_with_its_zones_rules_and_reminders_and_what_cannot_be_used_is_counted() throws Exception {
        assertThat(imported(FILE)).isEqualTo(Map.of("imported", 3, "skipped", 2));

        assertThat(listed("2026-11-21", "2026-12-31"))
                .extracting(event -> event.get("title") + " " + event.get("start") + " " + event.get("end"))
                .containsExactly(
                        "Standup, weekly 2026-11-23T09:00+01:00 2026-11-23T09:30+01:00",
                        "Call 2026-11-24T10:00+09:00 2026-11-24T12:00+09:00",
                        "Birthday 2026-12-03 2026-12-04",
                        "Standup, weekly 2026-12-07T09:00+01:00 2026-12-07T09:30+01:00");
        Event standup = kept.calendars.event("ada", "zoned").orElseThrow();
        assertThat(standup.reminderMinutes()).isEqualTo(OptionalInt.of(30));
        assertThat(standup.place()).isEqualTo("Room 5");
    }

    @Test
    void reading_a_file_twice_changes_nothing() throws Exception {
        imported(FILE);
        imported(FILE);

        assertThat(kept.calendars.room("ada")).isEqualTo(PersonCalendars.MOST_EVENTS - 3);
    }

    @Test
    void what_is_written_is_read_as_the_same() throws Exception {
        imported(FILE);
        kept.calendars.put(
                "ada",
                List.of(Calendars.recurring("own", "Yoga; \"slow\"", "2026-11-25T18:00", "FREQ=WEEKLY;BYDAY=WE")
                        .leavingOut(LocalDateTime.parse("2026-12-02T18:00"))));
        String file = ((Response.Download) resource.export(new Asked(Map.of()))).body();

        CalendarImport.Content read =
                CalendarImport.read(file, Calendars.SEOUL, Language.ENGLISH).orElseThrow();

        assertThat(file).contains("BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "DTSTART;VALUE=DATE:20261203");
        assertThat(read.skipped()).isZero();
        for (Event event : read.events()) {
            Event before = kept.calendars.event("ada", event.id()).orElseThrow();
            assertThat(event.title()).isEqualTo(before.title());
            assertThat(event.start()).isEqualTo(before.start());
            assertThat(event.end()).isEqualTo(before.end());
            assertThat(event.zone()).isEqualTo(before.zone());
            assertThat(event.without()).isEqualTo(before.without());
            assertThat(Series.between(event, event.start(), event.start().plusDays(60), 9))
                    .hasSameSizeAs(Series.between(
                            before, before.start(), before.start().plusDays(60), 9));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | This is not a calendar file but begins with “<html>”. Please send an iCalendar (.ics) file.
            ko | 캘린더 파일이 아니에요(“<html>”). iCalendar(.ics) 파일을 보내 주세요.
            zh | 这不是日历文件（“<html>”）。请发送 iCalendar（.ics）文件。
            ja | カレンダーのファイルではありません（「<html>」）。iCalendar（.ics）ファイルを送ってください。
            es | Esto no es un archivo de calendario («<html>»). Envía un archivo iCalendar (.ics).
            fr | Ce n'est pas un fichier de calendrier (« <html> »). Envoyez un fichier iCalendar (.ics).
            de | Das ist keine Kalenderdatei („<html>“). Bitte sende eine iCalendar-Datei (.ics).
            """)
    void what_is_no_calendar_is_refused_in_the_persons_language(String language, String message) {
        assertThatThrownBy(() -> resource.add(new Asked("ada", Map.of("language", language), "<html>\n</html>")))
                .isInstanceOf(ProblemException.class)
                .hasMessage(message);
    }

    @Test
    void a_broken_file_never_fails_otherwise_than_by_a_problem() {
        for (int cut = 20; cut < FILE.length(); cut += 37) {
            String broken =
                    FILE.substring(0, cut) + "\u0000;;:=\"\n" + FILE.substring(Math.min(FILE.length(), cut + 9));
            assertThat(CalendarImport.read(broken, Calendars.SEOUL, Language.ENGLISH))
                    .satisfiesAnyOf(
                            read -> assertThat(read).isEmpty(),
                            read -> assertThat(read).isPresent());
        }
    }

    @Test
    void more_events_than_fit_are_refused_as_a_whole() {
        StringBuilder many = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
        for (int i = 0; i < PersonCalendars.MOST_EVENTS + 1; i++) {
            many.append("BEGIN:VEVENT\nUID:").append(i).append("\nDTSTART:20261124T010000Z\nEND:VEVENT\n");
        }
        many.append("END:VCALENDAR\n");

        assertThatThrownBy(() -> imported(many.toString()))
                .hasMessage("The file has 5,001 events, but only 5,000 more fit."
                        + " Please delete some events or send fewer.");
        assertThat(kept.calendars.room("ada")).isEqualTo(PersonCalendars.MOST_EVENTS);
    }

    @Test
    void a_feed_opens_with_its_secret_until_a_new_one_is_made() throws Exception {
        imported(FILE);
        String first = token();
        String second = token();

        Response.Text text = (Response.Text) feed.read(new Asked("nobody", Map.of("token", second), ""));

        assertThat(text.mediaType()).isEqualTo("text/calendar");
        assertThat(text.body()).contains("SUMMARY:Birthday");
        assertThat(second).hasSize(32);
        assertThatThrownBy(() -> feed.read(new Asked("nobody", Map.of("token", first), "")))
                .hasMessage("This address belongs to no calendar. Make a new one in LiYing.");
        resource.closeFeed(new Asked(Map.of()));
        assertThatThrownBy(() -> feed.read(new Asked("nobody", Map.of("token", second), "")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_person_is_told_whether_her_feed_is_open() {
        assertThat(resource.feed(new Asked(Map.of()))).isEqualTo(Response.ok(Map.of("open", false)));

        resource.openFeed(new Asked(Map.of()));
        assertThat(resource.feed(new Asked(Map.of()))).isEqualTo(Response.ok(Map.of("open", true)));
        assertThat(resource.feed(new Asked("bob", Map.of(), ""))).isEqualTo(Response.ok(Map.of("open", false)));

        resource.closeFeed(new Asked(Map.of()));
        assertThat(resource.feed(new Asked(Map.of()))).isEqualTo(Response.ok(Map.of("open", false)));
    }

    private String token() {
        Response.Json json = (Response.Json) resource.openFeed(new Asked(Map.of()));
        String path = String.valueOf(((Map<?, ?>) json.body()).get("path"));
        assertThat(path).startsWith("/calendar/").endsWith("/liying.ics");
        return path.split("/")[2];
    }

    @Test
    void nobody_reads_or_deletes_the_events_of_another() throws Exception {
        imported(FILE);

        assertThatThrownBy(() -> resource.delete(new Asked("bob", Map.of("event_id", "utc"), "")))
                .hasMessage("There is no such event. It may already be deleted.");
        assertThat(((Response.Json) resource.list(new Asked("bob", Map.of(), ""))).body())
                .isEqualTo(Map.of("events", List.of()));
        resource.delete(new Asked(Map.of("event_id", "utc")));
        assertThat(kept.calendars.event("ada", "utc")).isEmpty();
    }

    @Test
    void a_day_that_is_none_is_named() {
        assertThatThrownBy(() -> listed("tomorrow", "2026-12-01"))
                .hasMessage("“tomorrow” is no date. Please write it like 2026-11-21.");
    }
}
