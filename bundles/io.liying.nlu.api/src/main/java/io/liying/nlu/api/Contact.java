package io.liying.nlu.api;

import java.util.List;

/**
 * Somebody a person knows.
 *
 * @param id what the contact is known by to whoever keeps it
 * @param names the ways to call her, the full name first: {@code Anna Maria Weber}, {@code Anna}, {@code Mum}
 */
public record Contact(String id, List<String> names) {

    public Contact {
        names = List.copyOf(names);
        if (id.isBlank() || names.isEmpty()) {
            throw new IllegalArgumentException("a contact needs an id and a name");
        }
    }
}
