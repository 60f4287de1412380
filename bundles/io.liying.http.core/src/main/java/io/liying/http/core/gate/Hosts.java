package io.liying.http.core.gate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names by which the server may be called. A page of another site that lets its own name point to this machine (DNS
 * rebinding) is known by the foreign name in the Host header.
 */
final class Hosts {

    private final Set<String> names;

    Hosts(String... configured) {
        Set<String> all = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        Arrays.stream(configured)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .forEach(all::add);
        names = Set.copyOf(all);
    }

    /**
     * Whether a Host header names this server.
     *
     * @param localAddress the address at which the request arrived; an address, unlike a name, cannot be rebound
     */
    boolean allows(@Nullable String header, String localAddress) {
        if (header == null) {
            return false;
        }
        String name = name(header);
        return names.contains(name) || isAddress(name, localAddress);
    }

    private static boolean isAddress(String name, String localAddress) {
        return !name.isEmpty() && (name.equals(localAddress) || name.equals('[' + localAddress + ']'));
    }

    /** The header without its port, in lower case; empty if it is malformed. */
    static String name(String header) {
        int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
        if (end < 0) {
            end = header.length();
        }
        String port = header.substring(end);
        if (!port.isEmpty() && (port.charAt(0) != ':' || !isDigits(port.substring(1)))) {
            return "";
        }
        String name = header.substring(0, end);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
