package io.liying.memory.contacts;

import io.liying.nlu.api.Contact;
import io.liying.nlu.api.Contacts;
import io.liying.storage.api.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom people know. A person's contacts are read when she first speaks and then kept in memory, those of the last 200. */
@Component(service = {Contacts.class, ContactBook.class})
public final class ContactBook implements Contacts {

    static final int MOST = 5_000;

    private static final int MOST_PEOPLE = 200;

    private final ContactTable table;
    private final Map<String, List<Contact>> known = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Contact>> eldest) {
            return size() > MOST_PEOPLE;
        }
    };

    @Activate
    public ContactBook(@Reference Database database) {
        table = new ContactTable(database);
    }

    @Override
    public List<Contact> of(String personId) {
        synchronized (known) {
            List<Contact> kept = known.get(personId);
            if (kept == null) {
                kept = List.copyOf(table.all(personId));
                known.put(personId, kept);
            }
            return kept;
        }
    }

    /**
     * Adds contacts; one with the id of another takes its place.
     *
     * @return false if there would be more than 5,000, and then none is added
     */
    boolean add(String personId, List<Contact> contacts) {
        long fresh = contacts.stream()
                .map(Contact::id)
                .distinct()
                .filter(id -> of(personId).stream().noneMatch(kept -> kept.id().equals(id)))
                .count();
        if (of(personId).size() + fresh > MOST) {
            return false;
        }
        table.put(personId, contacts);
        forgetKept(personId);
        return true;
    }

    boolean remove(String personId, String id) {
        boolean removed = table.remove(personId, id);
        forgetKept(personId);
        return removed;
    }

    private void forgetKept(String personId) {
        synchronized (known) {
            known.remove(personId);
        }
    }
}
