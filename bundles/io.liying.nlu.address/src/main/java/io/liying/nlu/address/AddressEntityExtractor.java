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

/** Finds e-mail addresses, web addresses and telephone numbers. A text without any of their signs costs one pass. */
@Component
public final class AddressEntityExtractor implements EntityExtractor {

    /** Text beyond this is not looked at; a turn is far shorter. */
    private static final int MOST_CHARACTERS = 10_000;

    private static final int FEWEST_DIGITS = 7;

    @Activate
    public AddressEntityExtractor() {}

    @Override
    public List<Entity> extract(String text, Language language, ZonedDateTime reference) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        int digits = 0;
        boolean at = false;
        boolean dot = false;
        for (int i = 0; i < bounded.length(); i++) {
            char c = bounded.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            at |= c == '@';
            dot |= c == '.' || c == ':';
        }
        if (!at && !dot && digits < FEWEST_DIGITS) {
            return List.of();
        }
        List<Entity> found = new ArrayList<>();
        if (at) {
            Emails.find(bounded, found);
        }
        if (dot) {
            WebAddresses.find(bounded, found);
        }
        if (digits >= FEWEST_DIGITS) {
            Phones.find(bounded, language, found);
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }

    static boolean overlaps(List<Entity> found, int start, int end) {
        return found.stream().anyMatch(other -> start < other.end() && other.start() < end);
    }
}
