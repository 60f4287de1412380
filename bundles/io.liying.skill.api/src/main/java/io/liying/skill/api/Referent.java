package io.liying.skill.api;

/**
 * A thing that an answer speaks of and that the person may mean with "it", "the second one" or by its name afterwards. When
 * she does, the request has the slot {@link #slot} with the value {@link #value}.
 *
 * @param slot the name of the slot it fills, such as {@code timer}
 * @param value how the skill finds the thing again, such as an id
 * @param label what people call it, in the answer's language
 */
public record Referent(String slot, String value, String label) {}
