package io.liying.plugin.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a catalogue is. */
sealed interface Address {

    String INDEX = "index.json";

    Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    /** As it is configured. */
    String shown();

    /** @param index the address of its index */
    record Web(String shown, URI index) implements Address {

        /** @param file was checked to be relative and harmless */
        URI file(String file) {
            return index.resolve(file);
        }
    }

    /** A folder on this machine. */
    record Folder(String shown, Path folder) implements Address {}

    /** Empty if it is neither a folder nor an address that may be asked. */
    static Optional<Address> of(String text) {
        try {
            String small = text.toLowerCase(Locale.ROOT);
            if (small.startsWith("http://") || small.startsWith("https://")) {
                URI address = new URI(text);
                return mayAsk(address) && address.getQuery() == null
                        ? Optional.of(new Web(text, index(address)))
                        : Optional.empty();
            }
            if (small.startsWith("file:")) {
                return Optional.of(new Folder(text, folder(Path.of(new URI(text)))));
            }
            return text.contains("://") ? Optional.empty() : Optional.of(new Folder(text, folder(Path.of(text))));
        } catch (URISyntaxException | InvalidPathException malformed) {
            return Optional.empty();
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    /** Only what cannot be read or changed on the way. */
    static boolean mayAsk(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost());
        boolean plain = address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null;
        return plain && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)));
    }

    private static URI index(URI address) {
        String text = address.toString();
        if (text.endsWith(".json")) {
            return address;
        }
        return URI.create(text.endsWith("/") ? text + INDEX : text + "/" + INDEX);
    }

    private static Path folder(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return whole.endsWith(INDEX) ? whole.resolve("..").normalize() : whole;
    }
}
