package io.liying.skill.clock;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells how far the clocks of two cities are apart now, or those of a city and of the person. */
final class TimeDifference {

    private TimeDifference() {}

    static SkillAnswer answer(SkillRequest request, Messages texts) {
        Language language = request.language();
        List<Entity> cities = request.entities().stream()
                .filter(entity -> entity.type().equals(Entity.CITY))
                .toList();
        if (cities.isEmpty()) {
            return SkillAnswer.ask("place", texts.text(language, "difference.ask"));
        }
        Entity first = cities.getFirst();
        if (cities.size() == 1) {
            int seconds = offset(request, first) - request.now().getOffset().getTotalSeconds();
            String key = seconds == 0 ? "here" : seconds > 0 ? "ahead" : "behind";
            return told(request, texts, key, seconds, Map.of("city", name(first)));
        }
        Entity second = cities.get(1);
        int seconds = offset(request, first) - offset(request, second);
        Entity ahead = seconds < 0 ? second : first;
        Entity behind = seconds < 0 ? first : second;
        return told(
                request,
                texts,
                seconds == 0 ? "same" : "cities",
                seconds,
                Map.of("ahead", name(ahead), "behind", name(behind)));
    }

    private static int offset(SkillRequest request, Entity city) {
        return ZoneId.of(city.value())
                .getRules()
                .getOffset(request.now().toInstant())
                .getTotalSeconds();
    }

    private static String name(Entity city) {
        return CityName.shown(city.text());
    }

    private static SkillAnswer told(
            SkillRequest request, Messages texts, String key, int seconds, Map<String, String> names) {
        Language language = request.language();
        Duration apart = Duration.ofSeconds(Math.abs(seconds));
        String length = texts.text(
                        language,
                        "difference.length",
                        Map.of("hours", apart.toHours(), "minutes", apart.toMinutesPart()))
                .strip();
        Map<String, Object> arguments = new HashMap<>(names);
        arguments.put("length", length);
        return SkillAnswer.of(texts.text(language, "difference." + key, arguments), Map.of("hours", seconds / 3600.0));
    }
}
