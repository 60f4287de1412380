package io.liying.http.core;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that keep a browser from doing with the answers what their owner does not want. */
final class SecurityHeaders {

    /** Everything from the server itself; nothing inline, nothing foreign, in nobody's frame. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "connect-src 'self'; frame-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** For a response that has no headers yet: looking for older values to replace would cost more than the rest. */
    static void apply(HttpServletResponse response) {
        response.addHeader("Content-Security-Policy", CONTENT);
        response.addHeader("X-Content-Type-Options", "nosniff");
        response.addHeader("X-Frame-Options", "DENY");
        response.addHeader("Referrer-Policy", "no-referrer");
        response.addHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.addHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.addHeader(
                "Permissions-Policy", "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), midi=()");
    }
}
