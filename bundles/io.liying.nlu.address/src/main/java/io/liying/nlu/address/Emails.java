package io.liying.nlu.address;

import io.liying.nlu.api.Entity;
import java.util.List;
import java.util.Locale;

/** E-mail addresses as people write them: letters, digits and {@code ._%+-}, an at sign, and a domain with a dot. */
final class Emails {

    private static final int LONGEST_NAME = 64;

    private Emails() {}

    static void find(String text, List<Entity> found) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_NAME && isOfName(text.charAt(start - 1))) {
                start--;
            }
            while (start < at && text.charAt(start) == '.') {
                start++;
            }
            int end = Domains.end(text, at + 1);
            if (start < at && text.charAt(at - 1) != '.' && Domains.isDomain(text.substring(at + 1, end))) {
                String words = text.substring(start, end);
                String address = text.substring(start, at + 1)
                        + text.substring(at + 1, end).toLowerCase(Locale.ROOT);
                found.add(new Entity(Entity.EMAIL, address, words, start, end, 0.99));
            }
        }
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) && c < 0x250 || "._%+-".indexOf(c) >= 0;
    }
}
