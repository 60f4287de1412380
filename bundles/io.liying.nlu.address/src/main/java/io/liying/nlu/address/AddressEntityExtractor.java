package io.liying.nlu.address;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Finds e-mail addresses, web addresses and telephone numbers. A text without any of their signs costs two passes. */
@Component
public final class AddressEntityExtractor implements EntityExtractor {

    /** Text beyond this is not looked at; a turn is far shorter. */
    private static final int MOST_CHARACTERS = 10_000;

    @Activate
    public AddressEntityExtractor() {}

    @Override
    public List<Entity> extract(String text, Language language, ZonedDateTime reference) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        boolean at = false;
        boolean dot = false;
        for (int i = 0; i < bounded.length(); i++) {
            char c = bounded.charAt(i);
            at |= c == '@';
            dot |= c == '.' || c == ':';
        }
        boolean digits = Phones.isPossible(bounded);
        if (!at && !dot && !digits) {
            return List.of();
        }
        List<Entity> found = new ArrayList<>();
        if (at) {
            Emails.find(bounded, found);
        }
        if (dot) {
            WebAddresses.find(bounded, found);
        }
        if (digits) {
            Phones.find(bounded, language, found);
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }

    static boolean overlaps(List<Entity> found, int start, int end) {
        return found.stream().anyMatch(other -> start < other.end() && other.start() < end);
    }
}
