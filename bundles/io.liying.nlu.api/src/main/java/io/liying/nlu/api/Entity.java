package io.liying.nlu.api;

/**
 * Something a text mentions. Values are strings in a normal form, so that they cross every border (JSON, WebAssembly,
 * storage) unchanged:
 *
 * <table>
 * <caption>types and their normal forms</caption>
 * <tr><td>{@code number}</td><td>plain decimal: {@code 123.5}</td></tr>
 * <tr><td>{@code duration}</td><td>ISO 8601: {@code PT1H30M}, {@code P2D}</td></tr>
 * <tr><td>{@code time}</td><td>ISO 8601 local time: {@code 15:30}</td></tr>
 * <tr><td>{@code date}</td><td>ISO 8601 local date: {@code 2026-11-21}</td></tr>
 * <tr><td>{@code datetime}</td><td>ISO 8601 local date and time: {@code 2026-11-21T15:30}</td></tr>
 * <tr><td>{@code expression}</td><td>arithmetic in infix notation with {@code + - * / ^ ( ) sqrt()} and plain decimals:
 * {@code (15/100)*80}</td></tr>
 * <tr><td>{@code city}</td><td>IANA time zone of the city: {@code Asia/Tokyo}</td></tr>
 * </table>
 *
 * @param type one of the types above or one that a skill defines
 * @param value the normal form
 * @param text the words of the person
 * @param start where they begin in the text, in UTF-16 units
 * @param end where they end, exclusive
 * @param confidence a probability between 0 and 1
 */
public record Entity(String type, String value, String text, int start, int end, double confidence) {

    public static final String NUMBER = "number";
    public static final String DURATION = "duration";
    public static final String TIME = "time";
    public static final String DATE = "date";
    public static final String DATETIME = "datetime";
    public static final String EXPRESSION = "expression";
    public static final String CITY = "city";

    public Entity {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("an entity cannot span " + start + " to " + end);
        }
    }
}
