package io.liying.console.core;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param help whether only the usage is wanted
 */
record ChatOptions(URI url, Optional<String> token, Path data, boolean help) {

    private static final String DEFAULT_URL = "http://127.0.0.1:8000";

    /**
     * Reads the arguments.
     *
     * @param environment where {@code LIYING_TOKEN} may stand
     * @throws BackendException if they make no sense, with a message for the person
     */
    static ChatOptions of(List<String> arguments, Map<String, String> environment, Texts texts)
            throws BackendException {
        String url = DEFAULT_URL;
        Optional<String> token = Optional.ofNullable(environment.get("LIYING_TOKEN"));
        Path data = Path.of(System.getProperty("liying.data", "data"));
        boolean help = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--url" -> url = value(option, rest, texts);
                case "--data" -> data = Path.of(value(option, rest, texts));
                case "--token-file" -> token = Optional.of(token(value(option, rest, texts), texts));
                case "--help", "-h" -> help = true;
                default -> throw new BackendException(texts.text("option.unknown", "option", option));
            }
        }
        return new ChatOptions(address(url, texts), token.map(String::strip), data, help);
    }

    private static String value(String option, Iterator<String> rest, Texts texts) throws BackendException {
        if (!rest.hasNext()) {
            throw new BackendException(texts.text("option.value", "option", option));
        }
        return rest.next();
    }

    private static String token(String file, Texts texts) throws BackendException {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new BackendException(texts.text("option.token", Map.of("file", file, "reason", failure)), failure);
        }
    }

    private static URI address(String url, Texts texts) throws BackendException {
        try {
            URI address = URI.create(url.endsWith("/") ? url : url + "/");
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new BackendException(texts.text("option.url", "url", url), noAddress);
        }
        throw new BackendException(texts.text("option.url", "url", url));
    }
}
