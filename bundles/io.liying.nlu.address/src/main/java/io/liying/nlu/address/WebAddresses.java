package io.liying.nlu.address;

import io.liying.nlu.api.Entity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Web addresses, with or without {@code https://}; without it only where the domain ends as the common ones do. */
final class WebAddresses {

    private static final Set<String> COMMON = Set.of(
            "com", "org", "net", "edu", "gov", "io", "dev", "app", "info", "de", "fr", "es", "jp", "kr", "cn", "uk",
            "eu", "at", "ch", "us", "ca", "mx", "tw", "hk");

    private static final String AFTER_SENTENCE = ".,;:!?)]}'\"»”";

    private WebAddresses() {}

    static void find(String text, List<Entity> found) {
        int at = 0;
        while (at < text.length()) {
            int end = begins(text, at) ? end(text, at) : at;
            if (end > at && !AddressEntityExtractor.overlaps(found, at, end) && add(text, at, end, found)) {
                at = end;
            } else {
                at++;
            }
        }
    }

    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        boolean letter = c < 128 && Character.isLetterOrDigit(c);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return letter && !(before < 128 && (Character.isLetterOrDigit(before) || "-_.@/".indexOf(before) >= 0));
    }

    private static boolean add(String text, int start, int end, List<Entity> found) {
        String words = text.substring(start, end);
        String lower = words.toLowerCase(Locale.ROOT);
        boolean whole = lower.startsWith("https://") || lower.startsWith("http://");
        if (!whole && !isKnown(lower)) {
            return false;
        }
        try {
            URI address = new URI(whole ? words : "https://" + words);
            if (address.getHost() == null) {
                return false;
            }
            found.add(new Entity(Entity.URL, address.toASCIIString(), words, start, end, whole ? 0.99 : 0.9));
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isKnown(String words) {
        int slash = words.indexOf('/');
        String domain = slash < 0 ? words : words.substring(0, slash);
        return Domains.isDomain(domain)
                && (domain.startsWith("www.") || COMMON.contains(domain.substring(domain.lastIndexOf('.') + 1)));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        while (end > start && AFTER_SENTENCE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return c > ' ' && c < 127 && "<>\"{}|\\^`".indexOf(c) < 0;
    }
}
