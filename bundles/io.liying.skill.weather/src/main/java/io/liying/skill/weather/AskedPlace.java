package io.liying.skill.weather;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.util.List;
import java.util.Optional;

/** Which place a person names. */
final class AskedPlace {

    private static final List<String> TYPES = List.of(Entity.CITY, "place", "country");
    private static final int LONGEST = 60;

    private AskedPlace() {}

    /** What the words name, or where the person is. */
    static Optional<String> of(SkillRequest request, Words words) {
        return request.slot("place")
                .map(Entity::text)
                .or(() -> inWords(request, words))
                .or(() -> request.person().place().map(Entity::text));
    }

    private static Optional<String> inWords(SkillRequest request, Words words) {
        for (String type : TYPES) {
            Optional<String> named = request.entity(type).map(Entity::text).filter(text -> !text.isBlank());
            if (named.isPresent()) {
                return named;
            }
        }
        String text = request.text().strip();
        return words.group(request.language(), "place", text)
                .or(() -> words.has(request.language(), "weather", text)
                                || !request.entities().isEmpty()
                                || text.length() > LONGEST
                        ? Optional.empty()
                        : Optional.of(text.replaceAll("[.!?。！？]+$", "")).filter(answer -> !answer.isBlank()));
    }
}
