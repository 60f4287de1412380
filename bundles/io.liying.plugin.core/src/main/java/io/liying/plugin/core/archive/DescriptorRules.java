package io.liying.plugin.core.archive;

import io.liying.plugin.api.Permission;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of a descriptor must look like. */
final class DescriptorRules {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SECRET = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern MEGABYTES = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern JAR = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*\\.jar");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_HOST = 253;

    private DescriptorRules() {}

    static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    static boolean isJarName(String name) {
        return JAR.matcher(name).matches();
    }

    static boolean isHomepage(String address) {
        if (address.isEmpty()) {
            return true;
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme());
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    static Optional<Permission.Kind> kind(String code) {
        for (Permission.Kind kind : Permission.Kind.values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The code of the refusal, or empty if the value fits the kind. */
    static Optional<String> wrongValue(Permission.Kind kind, String value) {
        return switch (kind) {
            case NETWORK -> isHost(value) ? Optional.empty() : Optional.of("plugin.descriptor.host");
            case STORAGE ->
                MEGABYTES.matcher(value).matches() ? Optional.empty() : Optional.of("plugin.descriptor.storage");
            case SECRET ->
                SECRET.matcher(value).matches() ? Optional.empty() : Optional.of("plugin.descriptor.permission-value");
            case EVENTS -> isId(value) ? Optional.empty() : Optional.of("plugin.descriptor.permission-value");
            default -> value.isEmpty() ? Optional.empty() : Optional.of("plugin.descriptor.permission-value");
        };
    }

    /** A name or address in lower case, {@code *.} before at least two parts, or {@code *} for every host. */
    private static boolean isHost(String value) {
        if (value.equals("*")) {
            return true;
        }
        boolean wildcard = value.startsWith("*.");
        String host = wildcard ? value.substring(2) : value;
        String[] labels = host.split("\\.", -1);
        if (host.length() > LONGEST_HOST || (wildcard && labels.length < 2)) {
            return false;
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }
}
