package io.liying.plugin.core.state;

import io.liying.plugin.api.Finding;
import io.liying.plugin.api.Signature;
import java.time.Instant;
import java.util.List;

/**
 * A version whose file is kept.
 *
 * @param version as in its descriptor
 * @param file the file's name in the plugin's folder
 * @param sha256 of the file, checked again before each start
 * @param signature who vouched for it when it was installed
 * @param findings what its bytecode was found to use
 * @param at when it was promoted, first
 */
public record InstalledVersion(
        String version, String file, String sha256, Signature signature, List<Finding> findings, Instant at) {}
