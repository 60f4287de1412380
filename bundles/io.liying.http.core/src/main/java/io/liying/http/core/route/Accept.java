package io.liying.http.core.route;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Accept headers. */
final class Accept {

    private static final String JSON = "application/json";

    private Accept() {}

    /**
     * Whether a client would rather have a media type than JSON: it must name the type, and not give JSON a higher
     * quality or, at the same quality, name JSON first.
     */
    static boolean prefers(@Nullable String header, String mediaType) {
        if (header == null || !header.toLowerCase(Locale.ROOT).contains(mediaType)) {
            return false;
        }
        double wanted = -1;
        double json = -1;
        boolean jsonFirst = false;
        for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            int end = range.indexOf(';');
            String type = (end < 0 ? range : range.substring(0, end)).strip();
            double quality = quality(range);
            if (type.equals(mediaType)) {
                wanted = quality;
                jsonFirst = json >= 0;
            } else if (type.equals(JSON)) {
                json = quality;
            }
        }
        return wanted > 0 && (wanted > json || (wanted == json && !jsonFirst));
    }

    private static double quality(String range) {
        int start = range.indexOf("q=");
        if (start < 0) {
            return 1;
        }
        int end = range.indexOf(';', start);
        try {
            return Double.parseDouble(
                    range.substring(start + 2, end < 0 ? range.length() : end).strip());
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
