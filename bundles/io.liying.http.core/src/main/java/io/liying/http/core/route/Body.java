package io.liying.http.core.route;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads request bodies within limits of size and time. */
final class Body {

    private static final int FIRST_PIECE = 8192;
    private static final int SLOWEST = 65_536;

    private static final long MOST_DROPPED = 16 << 20;
    private static final Duration DROPPING = Duration.ofSeconds(2);

    private final Problems problems;
    private final int maxBytes;
    private final Duration maxTime;

    Body(Problems problems, int maxBytes, Duration maxTime) {
        this.problems = problems;
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
    }

    /** Reads a JSON object. */
    Map<String, Object> object(HttpServletRequest request, Language language, Json json) throws ProblemException {
        String type = request.getContentType();
        if (!isJson(type)) {
            throw problems.exception(415, "media_type.unsupported", language, Map.of("type", type == null ? "" : type));
        }
        byte[] bytes = bytes(request, language);
        if (bytes.length == 0) {
            throw problems.exception(400, "json.empty", language, Map.of());
        }
        Object value;
        try {
            value = json.read(bytes);
        } catch (Json.Malformed where) {
            throw problems.exception(
                    400, "json.invalid", language, Map.of("line", where.line(), "column", where.column()));
        }
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // keys of a JSON object are strings
            Map<String, Object> object = (Map<String, Object>) map;
            return object;
        }
        throw problems.exception(400, "json.not_object", language, Map.of());
    }

    private static boolean isJson(@Nullable String type) {
        if (type == null) {
            return false;
        }
        if (type.startsWith("application/json")) {
            return true;
        }
        int end = type.indexOf(';');
        String plain = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return plain.equals("application/json") || (plain.startsWith("application/") && plain.endsWith("+json"));
    }

    private byte[] bytes(HttpServletRequest request, Language language) throws ProblemException {
        long declared = request.getContentLengthLong();
        if (declared > maxBytes) {
            throw tooLarge(language, maxBytes);
        }
        try {
            return read(request.getInputStream(), (int) declared, language);
        } catch (IOException failure) {
            throw brokenOff(failure, language, maxTime);
        }
    }

    /** Copies a body of any type; the slowest accepted is one of {@link #SLOWEST} bytes a second. */
    void copy(HttpServletRequest request, Language language, OutputStream out, long limit)
            throws ProblemException, IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(language, limit);
        }
        Duration time = maxTime.plusSeconds(limit / SLOWEST);
        long end = System.nanoTime() + time.toNanos();
        InputStream in = request.getInputStream();
        byte[] buffer = new byte[8 * FIRST_PIECE];
        long length = 0;
        for (int count = piece(in, buffer, language, time); count >= 0; count = piece(in, buffer, language, time)) {
            length += count;
            if (length > limit) {
                throw tooLarge(language, limit);
            }
            if (System.nanoTime() > end) {
                throw slow(language, time);
            }
            out.write(buffer, 0, count);
        }
    }

    /**
     * Reads on for a moment what a refused client still sends. A connection that is closed in the middle of it is reset,
     * and the answer lost.
     */
    void drop(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return;
        }
        long end = System.nanoTime() + DROPPING.toNanos();
        InputStream in = request.getInputStream();
        byte[] buffer = new byte[8 * FIRST_PIECE];
        long left = MOST_DROPPED;
        while (left > 0 && System.nanoTime() < end) {
            int count = in.read(buffer);
            if (count < 0) {
                return;
            }
            left -= count;
        }
    }

    private int piece(InputStream in, byte[] buffer, Language language, Duration time) throws ProblemException {
        try {
            return in.read(buffer);
        } catch (IOException failure) {
            throw brokenOff(failure, language, time);
        }
    }

    private ProblemException brokenOff(IOException failure, Language language, Duration time) {
        return isTimeout(failure)
                ? slow(language, time)
                : problems.exception(400, "body.incomplete", language, Map.of());
    }

    private ProblemException slow(Language language, Duration time) {
        return problems.exception(408, "body.slow", language, Map.of("seconds", time.toSeconds()));
    }

    private byte[] read(InputStream in, int declared, Language language) throws IOException, ProblemException {
        long end = System.nanoTime() + maxTime.toNanos();
        byte[] buffer = new byte[declared > 0 ? Math.min(declared, 64 * FIRST_PIECE) : FIRST_PIECE];
        int length = 0;
        while (true) {
            if (length == buffer.length) {
                if (length == declared) {
                    return buffer;
                }
                if (length > maxBytes) {
                    throw tooLarge(language, maxBytes);
                }
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * length, maxBytes + 1L));
            }
            int count = in.read(buffer, length, buffer.length - length);
            if (count < 0) {
                return Arrays.copyOf(buffer, length);
            }
            length += count;
            if (length > maxBytes) {
                throw tooLarge(language, maxBytes);
            }
            if (System.nanoTime() > end) {
                throw slow(language, maxTime);
            }
        }
    }

    private ProblemException tooLarge(Language language, long limit) {
        return problems.exception(413, "body.too_large", language, Map.of("limit", limit));
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
