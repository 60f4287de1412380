package io.liying.http.core;

import jakarta.servlet.http.HttpServletResponse;

/** Headers that keep a browser from doing with the answers what their owner does not want. */
final class SecurityHeaders {

    /** Everything from the server itself; nothing inline, nothing foreign, in nobody's frame. */
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
                    + "connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void apply(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy", "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), midi=()");
    }
}
