package io.liying.plugin.core.life;

import io.liying.http.api.Response;
import io.liying.plugin.core.guest.GuestBundles;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;

/**
 * Turns values of a plugin's own types into the JDK's before the house sees them: whatever writes a value as JSON remembers
 * its class, and would keep the plugin's classes for ever. Records become maps with names in snake case, enums their names,
 * anything else its text.
 */
public final class PlainData {

    private PlainData() {}

    /** A skill whose answers and failures hold nothing of the plugin's types. */
    public static Skill skill(Skill guest) {
        return new Skill() {

            @Override
            public SkillDescription description() {
                return guest.description();
            }

            @Override
            public SkillAnswer answer(SkillRequest request) throws InterruptedException, SkillException {
                try {
                    SkillAnswer answer = guest.answer(request);
                    return answer.data().isEmpty() ? answer : answer.with(map(answer.data()));
                } catch (SkillException expected) {
                    throw isGuests(expected) || expected.getCause() != null
                            ? new SkillException(String.valueOf(expected.getMessage()))
                            : expected;
                }
            }
        };
    }

    static Response of(Response response) {
        return response instanceof Response.Json json ? new Response.Json(json.status(), json(json.body())) : response;
    }

    private static Object json(Object body) {
        Object plain = of(body);
        return plain == null ? Map.of() : plain;
    }

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> all -> map(all);
            case Iterable<?> all -> {
                List<@Nullable Object> plain = new ArrayList<>();
                all.forEach(one -> plain.add(of(one)));
                yield plain;
            }
            case Enum<?> one when isGuests(one) -> one.name();
            case Record one when isGuests(one) -> record(one);
            default -> isGuests(value) ? value.toString() : value;
        };
    }

    /** An entry without a value is left out. */
    private static Map<String, Object> map(Map<?, ?> all) {
        Map<String, Object> plain = new LinkedHashMap<>();
        all.forEach((key, value) -> put(plain, String.valueOf(of(key)), of(value)));
        return plain;
    }

    private static void put(Map<String, Object> plain, String key, @Nullable Object value) {
        if (value != null) {
            plain.put(key, value);
        }
    }

    private static Map<String, Object> record(Record one) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                put(
                        plain,
                        snakeCase(component.getName()),
                        of(component.getAccessor().invoke(one)));
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException("the plugin's record " + one + " cannot be read", failure);
            }
        }
        return plain;
    }

    private static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }

    private static boolean isGuests(Object value) {
        return value.getClass().getClassLoader() != null
                && GuestBundles.isGuest(FrameworkUtil.getBundle(value.getClass()));
    }
}
