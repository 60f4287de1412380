package io.liying.plugin.api;

import java.util.List;

/**
 * What is known of a plugin's file before any of its code has run.
 *
 * @param descriptor what it says about itself
 * @param bytes the size of the file
 * @param sha256 of the file, in hexadecimal
 * @param signature who vouches for it
 * @param findings what its bytecode uses, those that no permission covers first
 * @param approvals what a person must approve before it is installed: codes of permissions, {@code unsigned},
 *     {@code publisher:FINGERPRINT}, {@code finding:KIND}; empty if nothing stands in the way
 */
public record PluginInspection(
        PluginDescriptor descriptor,
        long bytes,
        String sha256,
        Signature signature,
        List<Finding> findings,
        List<String> approvals) {

    public PluginInspection {
        findings = List.copyOf(findings);
        approvals = List.copyOf(approvals);
    }
}
