package io.liying.skill.notes;

import java.util.Map;

/**
 * A line of a list, or a note.
 *
 * @param list the list's name, {@link #NOTES} for a note
 */
record Entry(long id, String list, String text) {

    static final String NOTES = "";
    static final String SHOPPING = "shopping";
    static final String TODO = "todo";

    Map<String, Object> data() {
        return Map.of("id", id, "text", text);
    }
}
