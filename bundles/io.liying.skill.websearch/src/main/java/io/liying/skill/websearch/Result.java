package io.liying.skill.websearch;

import java.util.Map;

/**
 * A page that was found.
 *
 * @param source the host, for people
 * @param excerpt some words of it, may be empty
 */
record Result(String title, String link, String source, String excerpt) {

    Map<String, Object> data() {
        return Map.of("title", title, "link", link, "source", source, "excerpt", excerpt);
    }
}
