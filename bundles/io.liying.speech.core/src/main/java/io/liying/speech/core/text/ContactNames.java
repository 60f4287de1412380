package io.liying.speech.core.text;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Contact;
import io.liying.nlu.api.Contacts;
import io.liying.security.api.Person;
import io.liying.speech.api.VocabularySource;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The names of the owner's contacts, in every language: people are called by their name whatever is spoken. */
@Component
public final class ContactNames implements VocabularySource {

    /** Names that engines are told at most; the first ones by the alphabet. */
    static final int MOST = 300;

    private record Known(List<Contact> of, List<String> names) {}

    private final Contacts contacts;
    private volatile Known known = new Known(List.of(), List.of());

    @Activate
    public ContactNames(@Reference Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public List<String> phrases(Language language) {
        List<Contact> now = contacts.of(Person.OWNER);
        Known before = known;
        if (!before.of().equals(now)) {
            before = new Known(now, names(now));
            known = before;
        }
        return before.names();
    }

    private static List<String> names(List<Contact> contacts) {
        return contacts.stream()
                .flatMap(contact -> contact.names().stream())
                .map(Words::bare)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
