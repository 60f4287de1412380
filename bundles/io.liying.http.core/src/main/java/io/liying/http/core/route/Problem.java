package io.liying.http.core.route;

import io.liying.i18n.api.Language;
import java.util.Map;

/**
 * An error as RFC 9457 describes it.
 *
 * @param title what kind of error, in the reader's language
 * @param detail what is wrong with this request and what to do
 * @param instance the request's path, or the id under which the log tells more
 * @param retrySeconds when to try again, 0 for nothing said
 * @param members further members of the document
 */
public record Problem(
        int status,
        String code,
        Language language,
        String title,
        String detail,
        String instance,
        long retrySeconds,
        Map<String, Object> members) {

    Problem(
            int status,
            String code,
            Language language,
            String title,
            String detail,
            String instance,
            long retrySeconds) {
        this(status, code, language, title, detail, instance, retrySeconds, Map.of());
    }
}
