package io.liying.configuration.core;

/**
 * One key and its value.
 *
 * @param name the property name: nesting and underscores have become dots
 * @param written the key as it was written, with its section
 */
record Setting(String section, String name, String written, Place place, Value value) {

    /** What overrides what: settings with the same identity. */
    String identity() {
        return section + "/" + name;
    }
}
