package io.liying.console.core;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plugin of a catalogue, as a person names it: {@code dice}, or {@code dice@1.2.0}.
 *
 * @param version empty for the newest that works here
 */
record Offered(String id, Optional<String> version) {

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:@([0-9][A-Za-z0-9._-]*))?");

    /** Empty if the word names a file. */
    static Optional<Offered> of(String word) {
        Matcher name = NAME.matcher(word);
        return name.matches()
                ? Optional.of(new Offered(name.group(1), Optional.ofNullable(name.group(2))))
                : Optional.empty();
    }

    /**
     * Where the server looks into it or installs it.
     *
     * @param approvals what was approved
     */
    String path(String action, List<String> approvals) {
        StringBuilder path = new StringBuilder("/catalogue/" + id + "/" + action);
        char joint = '?';
        if (version.isPresent()) {
            path.append(joint).append("version=").append(RestServer.encoded(version.get()));
            joint = '&';
        }
        if (!approvals.isEmpty()) {
            path.append(joint).append("approve=").append(RestServer.encoded(String.join(",", approvals)));
        }
        return path.toString();
    }
}
