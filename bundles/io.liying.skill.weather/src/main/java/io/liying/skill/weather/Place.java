package io.liying.skill.weather;

/**
 * A place on the map.
 *
 * @param name in the language in which it was looked for, as far as the service knows it
 */
record Place(String name, double latitude, double longitude) {}
