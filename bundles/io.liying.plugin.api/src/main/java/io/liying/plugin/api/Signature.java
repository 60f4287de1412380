package io.liying.plugin.api;

import java.util.Optional;

/**
 * Who vouches for a plugin.
 *
 * @param state what the check of the jar's signature said
 * @param publisher the subject of the signer's certificate
 * @param fingerprint the SHA-256 of the signer's certificate, in hexadecimal
 */
public record Signature(State state, Optional<String> publisher, Optional<String> fingerprint) {

    /** What a signature is worth. */
    public enum State {
        /** Signed by a publisher in the store of trusted ones. */
        TRUSTED,
        /** Signed by somebody who is not in the store. */
        UNKNOWN_PUBLISHER,
        /** Not signed. */
        UNSIGNED
    }

    public static Signature unsigned() {
        return new Signature(State.UNSIGNED, Optional.empty(), Optional.empty());
    }
}
