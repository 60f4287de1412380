package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Times of another zone, "3 pm UTC" or "9 o'clock New York time", in the person's own. */
final class Zones {

    /** Between the time and its zone stand no more than this many characters. */
    private static final int FARTHEST = 4;

    private final Reference reference;
    private final String folded;

    Zones(Reference reference, String folded) {
        this.reference = reference;
        this.folded = folded;
    }

    /** Converts the times that stand beside "<city> time". */
    void convert(List<Entity> found) {
        for (int index = 0; index < found.size(); index++) {
            Entity city = found.get(index);
            if (!city.type().equals(Entity.CITY)) {
                continue;
            }
            int[] phrase = phrase(city);
            for (int other = 0; phrase.length > 0 && other < found.size(); other++) {
                Entity time = found.get(other);
                boolean beside = near(time.end(), phrase[0]) || near(phrase[1], time.start());
                if (beside && isTime(time)) {
                    found.set(other, converted(time, city.value()));
                    break;
                }
            }
        }
    }

    private static boolean isTime(Entity entity) {
        return (entity.type().equals(Entity.TIME) || entity.type().equals(Entity.DATETIME))
                && !entity.attributes().containsKey("zone");
    }

    private static boolean near(int end, int start) {
        return start >= end && start - end <= FARTHEST;
    }

    /** Where "<city> time" begins and ends, or nothing. */
    private int[] phrase(Entity city) {
        String after = switch (reference.language()) {
            case ENGLISH -> " time";
            case KOREAN -> "시간";
            case CHINESE -> "时间";
            case JAPANESE -> "時間";
            case GERMAN -> "er zeit";
            case SPANISH, FRENCH -> "";
        };
        String before = switch (reference.language()) {
            case SPANISH -> "hora de ";
            case FRENCH -> "heure de ";
            case GERMAN -> "zeit in ";
            default -> "";
        };
        if (!after.isEmpty()) {
            boolean blank = folded.startsWith(" " + after, city.end());
            if (blank || folded.startsWith(after, city.end())) {
                return new int[] {city.start(), city.end() + after.length() + (blank ? 1 : 0)};
            }
        }
        int start = city.start() - before.length();
        return !before.isEmpty() && start >= 0 && folded.startsWith(before, start)
                ? new int[] {start, city.end()}
                : new int[0];
    }

    /** The same instant on the person's clock. */
    Entity converted(Entity time, String zone) {
        ZoneId there = ZoneId.of(zone);
        Map<String, String> attributes = new TreeMap<>(time.attributes());
        attributes.put("zone", zone);
        List<String> others =
                time.alternatives().stream().map(other -> here(other, there)).toList();
        return new Entity(
                time.type(),
                here(time.value(), there),
                time.text(),
                time.start(),
                time.end(),
                time.confidence(),
                others,
                attributes);
    }

    private String here(String value, ZoneId there) {
        boolean dated = value.indexOf('T') > 0;
        LocalDate day = reference.now().withZoneSameInstant(there).toLocalDate();
        LocalDateTime local =
                dated ? LocalDateTime.parse(value) : LocalTime.parse(value).atDate(day);
        ZonedDateTime here =
                local.atZone(there).withZoneSameInstant(reference.now().getZone());
        return dated
                ? Clock.text(here.toLocalDateTime())
                : Clock.text(here.toLocalTime().toSecondOfDay());
    }

    /** The zone at a cursor, which moves behind it, or null. */
    static @Nullable String at(Cursor cursor) {
        if (cursor.is(Kind.ZONE)) {
            return cursor.take();
        }
        if ((cursor.is(Kind.FILLER) || cursor.is(Kind.OPEN)) && cursor.is(1, Kind.ZONE)) {
            cursor.take();
            return cursor.take();
        }
        return null;
    }
}
