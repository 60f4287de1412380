package io.liying.plugin.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plugin that is installed.
 *
 * @param descriptor of the version that answers, or would if it were on
 * @param state whether it answers
 * @param problem why not, by language code, empty if it does
 * @param sha256 of the installed file
 * @param signature who vouches for it
 * @param findings what its bytecode uses
 * @param earlier versions that can be rolled back to, the newest first
 * @param pinned the version that no upgrade replaces
 * @param installedAt when this version was promoted
 * @param calls how many calls since then
 * @param failures how many of them failed
 */
public record PluginStatus(
        PluginDescriptor descriptor,
        State state,
        Map<String, String> problem,
        String sha256,
        Signature signature,
        List<Finding> findings,
        List<String> earlier,
        Optional<String> pinned,
        Instant installedAt,
        long calls,
        long failures) {

    /** Whether a plugin answers. */
    public enum State {
        ACTIVE,
        /** Switched off by a person. */
        DISABLED,
        /** Set aside by the host; switching it on tries again. */
        QUARANTINED,
        /** It did not start; the host tries again at its next start. */
        FAILED
    }

    public PluginStatus {
        problem = Map.copyOf(problem);
        findings = List.copyOf(findings);
        earlier = List.copyOf(earlier);
    }
}
