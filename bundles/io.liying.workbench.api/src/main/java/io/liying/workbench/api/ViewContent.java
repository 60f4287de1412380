package io.liying.workbench.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a view shows, from top to bottom; buttons that follow each other stand in one row.
 *
 * @param title the name of the view, not blank
 * @param items at most {@value #MOST_ITEMS}; the ids of inputs and choices differ
 */
public record ViewContent(String title, List<ViewItem> items) {

    /** So many things fit into a view. */
    public static final int MOST_ITEMS = 200;

    public ViewContent {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a view needs a title");
        }
        Bounds.text(title);
        items = List.copyOf(items);
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException(items.size() + " items in a view; the limit is " + MOST_ITEMS);
        }
        Set<String> ids = new HashSet<>();
        for (ViewItem item : items) {
            String id = switch (item) {
                case ViewItem.Input input -> input.id();
                case ViewItem.Choice choice -> choice.id();
                default -> "";
            };
            if (!id.isEmpty() && !ids.add(id)) {
                throw new IllegalArgumentException("two inputs of a view have the id \"" + id + "\"");
            }
        }
    }
}
