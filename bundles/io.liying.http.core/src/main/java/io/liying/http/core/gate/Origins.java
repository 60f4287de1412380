package io.liying.http.core.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The web pages that may call the server: its own, and those that its owner allowed. */
final class Origins {

    /** What a request's origin means. */
    enum Kind {
        /** No page of another origin has part in it. */
        OWN,
        /** A page that the owner allowed. */
        ALLOWED,
        FOREIGN
    }

    private final Set<String> allowed;

    Origins(String... configured) {
        allowed = Arrays.stream(configured)
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .map(origin -> origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    Kind kind(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return isEmbedded(request) ? Kind.FOREIGN : Kind.OWN;
        }
        String host = request.getHeader("Host");
        if (host != null && isSame(origin, host)) {
            return Kind.OWN;
        }
        return allowed.contains(origin.toLowerCase(Locale.ROOT)) ? Kind.ALLOWED : Kind.FOREIGN;
    }

    private static boolean isSame(String origin, String host) {
        int start = origin.startsWith("http://") ? 7 : origin.startsWith("https://") ? 8 : -1;
        return start > 0
                && origin.length() == start + host.length()
                && origin.regionMatches(true, start, host, 0, host.length());
    }

    /** Browsers send no Origin with images and scripts, but say that another site asks; following a link is no harm. */
    private static boolean isEmbedded(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null
                && (site.equals("cross-site") || site.equals("same-site"))
                && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }
}
