package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Finds entities with one engine and a lexicon for each language, which is loaded when its language is first used. At each
 * place the reading that covers the most wins: an expression covers its numbers, a time its hour. Cities may overlap.
 */
@Component
public final class LexiconEntityExtractor implements EntityExtractor {

    /** Text beyond this is not looked at; a turn is far shorter. */
    private static final int MOST_CHARACTERS = 10_000;

    private final Map<Language, Lexicon> lexicons = new ConcurrentHashMap<>(new EnumMap<>(Language.class));
    private final Cities cities = new Cities();

    @Activate
    public LexiconEntityExtractor() {}

    @Override
    public List<Entity> extract(String text, Language language, ZonedDateTime reference) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String folded = Folding.fold(bounded);
        Lexicon lexicon = lexicons.computeIfAbsent(language, Lexicon::of);
        List<Piece> pieces = Numbers.joined(lexicon, Lexer.pieces(lexicon, folded), folded);
        List<Entity> found = new ArrayList<>();
        int next = 0;
        while (next < pieces.size()) {
            next = new Readings(pieces, bounded, language, reference).longest(next, found);
        }
        cities.find(bounded, folded, language, found);
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }

    /** The ways to read what begins with a piece. */
    private record Readings(List<Piece> pieces, String text, Language language, ZonedDateTime reference) {

        /** Adds the longest reading; returns the piece after it. */
        int longest(int from, List<Entity> found) {
            if (pieces.get(from).is(Kind.WORD)) {
                return from + 1;
            }
            Expressions.Found expression = Expressions.at(pieces, from);
            Durations.Found duration = Durations.at(pieces, from);
            int moment = moment(from, null);
            int end = from;
            if (expression != null) {
                end = expression.endPiece();
            }
            if (duration != null && duration.endPiece() > end && duration.endPiece() >= moment) {
                found.add(Durations.entity(duration, pieces, text));
                return duration.endPiece();
            }
            if (moment > end) {
                moment(from, found);
                return moment;
            }
            if (expression != null) {
                found.add(Expressions.entity(expression, pieces, text));
                return end;
            }
            Piece piece = pieces.get(from);
            if (piece.is(Kind.NUMBER) && !isArticle(piece)) {
                found.add(entity(Entity.NUMBER, piece.value(), from, from + 1));
            }
            return from + 1;
        }

        /** "una", "ein", "un" are counted only with what they count. */
        private boolean isArticle(Piece piece) {
            return piece.value().equals("1") && Character.isLetter(text.charAt(piece.start()));
        }

        /** Reads a date, a time or both; adds it if there is a list. Returns the piece after it, or the first if none. */
        private int moment(int from, @Nullable List<Entity> found) {
            LocalDate today = reference.toLocalDate();
            Dates.Found date = Dates.at(pieces, today, from);
            Times.Found time = Times.at(pieces, language, date == null ? from : between(date.endPiece()));
            if (date == null && time != null) {
                Dates.Found after = time.endPiece() < pieces.size()
                        ? Dates.at(pieces, today, Math.min(pieces.size() - 1, between(time.endPiece())))
                        : null;
                date = after;
            }
            if (date == null && time == null) {
                return from;
            }
            int end = Math.max(date == null ? from : date.endPiece(), time == null ? from : time.endPiece());
            if (found != null) {
                int start = from;
                if (date != null && time == null) {
                    found.add(entity(Entity.DATE, date.date().toString(), start, end));
                } else if (date == null && time != null) {
                    found.add(entity(Entity.TIME, timeOf(upcoming(time)), start, end));
                } else if (date != null) {
                    LocalTime clock = onADay(Objects.requireNonNull(time));
                    found.add(entity(Entity.DATETIME, date.date() + "T" + timeOf(clock), start, end));
                }
            }
            return end;
        }

        /** Skips what may stand between a date and a time. */
        private int between(int from) {
            int next = from;
            while (next < pieces.size() - 1
                    && (pieces.get(next).is(Kind.FILLER)
                            || pieces.get(next).is(Kind.PARTICLE)
                            || pieces.get(next).is(Kind.OF))) {
                next++;
            }
            return next;
        }

        /** An ambiguous time is the next one to come. */
        private LocalTime upcoming(Times.Found time) {
            int now = reference.toLocalTime().toSecondOfDay() / 60;
            int minutes = time.minutes();
            boolean later = time.ambiguous() && minutes <= now && minutes + 720 < 1440 && minutes + 720 > now;
            return LocalTime.ofSecondOfDay(60L * Math.floorMod(later ? minutes + 720 : minutes, 1440));
        }

        /** On another day, hours before seven are more likely of the afternoon. */
        private static LocalTime onADay(Times.Found time) {
            boolean afternoon = time.ambiguous() && time.minutes() >= 60 && time.minutes() < 7 * 60;
            return LocalTime.ofSecondOfDay(
                    60L * Math.floorMod(afternoon ? time.minutes() + 720 : time.minutes(), 1440));
        }

        private static String timeOf(LocalTime time) {
            return "%02d:%02d".formatted(time.getHour(), time.getMinute());
        }

        private Entity entity(String type, String value, int startPiece, int endPiece) {
            int start = pieces.get(startPiece).start();
            int end = pieces.get(endPiece - 1).end();
            return new Entity(type, value, text.substring(start, end), start, end, 0.9);
        }
    }
}
