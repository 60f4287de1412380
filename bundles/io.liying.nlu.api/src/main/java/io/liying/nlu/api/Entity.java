package io.liying.nlu.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something a text mentions. Values are strings in a normal form, so that they cross every border (JSON, WebAssembly,
 * storage) unchanged. All times are local times of the person's zone, also where another zone was said.
 *
 * <table>
 * <caption>types and their normal forms</caption>
 * <tr><td>{@code number}</td><td>plain decimal: {@code 123.5}</td></tr>
 * <tr><td>{@code ordinal}</td><td>a place in an order: {@code 2}; counted from the end: {@code -1} is the last</td></tr>
 * <tr><td>{@code percentage}</td><td>plain decimal of a hundred: {@code 12.5}</td></tr>
 * <tr><td>{@code fraction}</td><td>numerator and denominator as they were said: {@code 3/4}, {@code 2/6}</td></tr>
 * <tr><td>{@code duration}</td><td>ISO 8601: {@code PT1H30M}, {@code P2D}</td></tr>
 * <tr><td>{@code time}</td><td>ISO 8601 local time: {@code 15:30}, {@code 15:30:20} where seconds were said</td></tr>
 * <tr><td>{@code date}</td><td>ISO 8601 local date: {@code 2026-11-21}</td></tr>
 * <tr><td>{@code datetime}</td><td>ISO 8601 local date and time: {@code 2026-11-21T15:30}</td></tr>
 * <tr><td>{@code interval}</td><td>ISO 8601 start and end of the same form, the end excluded, of two dates
 * ({@code 2026-11-28/2026-11-30} is a whole weekend, {@code 2026-12-01/2027-01-01} December), two local date-times
 * ({@code 2026-11-23T15:00/2026-11-23T17:00}) or two times ({@code 22:00/06:00} ends on the next day)</td></tr>
 * <tr><td>{@code recurrence}</td><td>the first occurrence, a slash and an RFC 5545 RRULE:
 * {@code 2026-11-23T09:00/FREQ=WEEKLY;BYDAY=MO}; the first occurrence is a date where no time was said, the rule's parts
 * stand in the order FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, COUNT, UNTIL, and UNTIL is a date that still counts</td></tr>
 * <tr><td>{@code expression}</td><td>arithmetic in infix notation with {@code + - * / ^ ( ) % sqrt()} and plain decimals:
 * {@code (15/100)*80}; a percentage that is added or taken off is one of what stands before it: {@code 80-15%} is 68</td></tr>
 * <tr><td>{@code operation}</td><td>what is to be done with an earlier result, the whole of a text: a sign and a number,
 * {@code *3}, {@code +20%}</td></tr>
 * <tr><td>{@code city}</td><td>IANA time zone of the city: {@code Asia/Tokyo}</td></tr>
 * <tr><td>{@code country}</td><td>ISO 3166 code: {@code KR}</td></tr>
 * <tr><td>{@code person}</td><td>the id of a contact</td></tr>
 * <tr><td>{@code temperature}, {@code length}, {@code mass}, {@code volume}, {@code area}, {@code speed}, {@code data},
 * {@code energy}, {@code power}, {@code pressure}</td><td>plain decimal, a blank and the unit as CLDR names it:
 * {@code 21.5 celsius}, {@code 90 kilometer-per-hour}</td></tr>
 * <tr><td>{@code money}</td><td>plain decimal, a blank and the ISO 4217 code: {@code 12.50 EUR}</td></tr>
 * <tr><td>{@code email}</td><td>the address, the domain in small letters</td></tr>
 * <tr><td>{@code url}</td><td>an absolute address: {@code https://example.org/a}</td></tr>
 * <tr><td>{@code phone}</td><td>E.164: {@code +821012345678}; where the country is not known, the digits</td></tr>
 * </table>
 *
 * <p>What is ambiguous keeps its other readings in {@code alternatives}: "at 3" is {@code 15:00} or {@code 03:00}, "next
 * Friday" this one or that of next week. {@link TimeSpan} reads dates, times and intervals alike.
 *
 * <table>
 * <caption>attributes, each present only where it was said or follows from what was said</caption>
 * <tr><td>{@code grain}</td><td>how exactly a moment was said: {@code second minute hour part day weekend week month quarter
 * season year}</td></tr>
 * <tr><td>{@code part}</td><td>the part of the day: {@code dawn morning noon afternoon evening night}</td></tr>
 * <tr><td>{@code bound}</td><td>the moment is a limit: {@code before after} without it, {@code until from} with it</td></tr>
 * <tr><td>{@code direction}</td><td>the duration is one from now: {@code future} ("in two hours") or {@code past}</td></tr>
 * <tr><td>{@code duration}</td><td>how long each occurrence of a recurrence lasts, ISO 8601</td></tr>
 * <tr><td>{@code zone}</td><td>the IANA zone that was said; the value is converted to the person's</td></tr>
 * <tr><td>{@code dst}</td><td>{@code gap}: the clock leaps over this time and the value is the moved one, {@code overlap}:
 * it comes twice that day and the first is meant</td></tr>
 * <tr><td>{@code money}, {@code unit}</td><td>the currency of an expression, ISO 4217, and the word that was said for
 * it</td></tr>
 * <tr><td>{@code approximate}</td><td>{@code true} for "around eight", and for "two or three", whose higher number is an
 * alternative</td></tr>
 * </table>
 *
 * @param type one of the types above or one that a skill defines
 * @param value the normal form
 * @param text the words of the person
 * @param start where they begin in the text, in UTF-16 units
 * @param end where they end, exclusive
 * @param confidence a probability between 0 and 1
 * @param alternatives other values that the words may mean, in the same normal form, the likeliest first
 * @param attributes what else was said about it, by name; a name that is not in the table above belongs to its type;
 *     in the order of their names
 */
public record Entity(
        String type,
        String value,
        String text,
        int start,
        int end,
        double confidence,
        List<String> alternatives,
        Map<String, String> attributes) {

    public static final String NUMBER = "number";
    public static final String ORDINAL = "ordinal";
    public static final String PERCENTAGE = "percentage";
    public static final String FRACTION = "fraction";
    public static final String DURATION = "duration";
    public static final String TIME = "time";
    public static final String DATE = "date";
    public static final String DATETIME = "datetime";
    public static final String INTERVAL = "interval";
    public static final String RECURRENCE = "recurrence";
    public static final String EXPRESSION = "expression";
    public static final String CITY = "city";
    public static final String COUNTRY = "country";
    public static final String PERSON = "person";
    public static final String TEMPERATURE = "temperature";
    public static final String LENGTH = "length";
    public static final String MASS = "mass";
    public static final String VOLUME = "volume";
    public static final String AREA = "area";
    public static final String SPEED = "speed";
    public static final String DATA = "data";
    public static final String ENERGY = "energy";
    public static final String POWER = "power";
    public static final String PRESSURE = "pressure";
    public static final String MONEY = "money";
    public static final String EMAIL = "email";
    public static final String URL = "url";
    public static final String PHONE = "phone";

    private static final Set<String> STANDARD = Set.of(
            NUMBER,
            ORDINAL,
            PERCENTAGE,
            FRACTION,
            DURATION,
            TIME,
            DATE,
            DATETIME,
            INTERVAL,
            RECURRENCE,
            EXPRESSION,
            CITY,
            COUNTRY,
            PERSON,
            TEMPERATURE,
            LENGTH,
            MASS,
            VOLUME,
            AREA,
            SPEED,
            DATA,
            ENERGY,
            POWER,
            PRESSURE,
            MONEY,
            EMAIL,
            URL,
            PHONE);

    public Entity {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("an entity cannot span " + start + " to " + end);
        }
        alternatives = List.copyOf(alternatives);
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** An entity with one reading and nothing else said about it. */
    public Entity(String type, String value, String text, int start, int end, double confidence) {
        this(type, value, text, start, end, confidence, List.of(), Map.of());
    }

    /** Whether a type is one of those above, which are found in every text; others are learnt from marked phrases. */
    public static boolean isStandard(String type) {
        return STANDARD.contains(type);
    }

    /** What was said about it under a name. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }
}
