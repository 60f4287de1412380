package io.liying.workbench.api;

import java.util.List;
import java.util.Map;

/** One thing of a view. A text has at most {@value #MOST_LETTERS} letters, a list at most {@value #MOST_ENTRIES} entries. */
public sealed interface ViewItem {

    /** The longest text. */
    int MOST_LETTERS = 4_000;

    /** The longest list. */
    int MOST_ENTRIES = 500;

    /** Words in large letters. */
    record Heading(String text) implements ViewItem {
        public Heading {
            Bounds.text(text);
        }
    }

    /** A text that wraps. */
    record Paragraph(String text) implements ViewItem {
        public Paragraph {
            Bounds.text(text);
        }
    }

    /** Texts below each other. */
    record Entries(List<String> texts) implements ViewItem {
        public Entries {
            texts = List.copyOf(texts);
            if (texts.size() > MOST_ENTRIES) {
                throw new IllegalArgumentException(texts.size() + " entries; the limit is " + MOST_ENTRIES);
            }
            texts.forEach(Bounds::text);
        }
    }

    /**
     * A line to write in.
     *
     * @param id not blank
     * @param value what stands there at first; what the person has written stays until another value is told
     */
    record Input(String id, String label, String value) implements ViewItem {
        public Input {
            Bounds.id(id);
            Bounds.text(label);
            Bounds.text(value);
        }
    }

    /**
     * One of several.
     *
     * @param id not blank
     * @param options values and their labels, in the order to be shown; not empty
     * @param value the one that is chosen at first, one of the options
     */
    record Choice(String id, String label, List<Map.Entry<String, String>> options, String value) implements ViewItem {
        public Choice {
            Bounds.id(id);
            Bounds.text(label);
            options = options.stream()
                    .map(option -> Map.entry(option.getKey(), option.getValue()))
                    .toList();
            if (options.size() > MOST_ENTRIES) {
                throw new IllegalArgumentException(options.size() + " options; the limit is " + MOST_ENTRIES);
            }
            options.forEach(option -> Bounds.text(option.getValue()));
            if (options.stream().noneMatch(option -> option.getKey().equals(value))) {
                throw new IllegalArgumentException("\"" + value + "\" is none of the options of \"" + id + "\"");
            }
        }
    }

    /**
     * Something to press.
     *
     * @param id not blank
     */
    record Button(String id, String label, Weight weight) implements ViewItem {

        /** How loud a button is. */
        public enum Weight {
            MAIN,
            OTHER
        }

        public Button {
            Bounds.id(id);
            Bounds.text(label);
        }
    }
}
