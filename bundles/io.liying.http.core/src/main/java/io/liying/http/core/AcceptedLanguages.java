package io.liying.http.core;

import io.liying.i18n.api.Language;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers which language an Accept-Language header means: few differ, and reading one is slow. */
final class AcceptedLanguages {

    private static final int MAX_REMEMBERED = 500;
    private static final int MAX_LENGTH = 200;

    private final Map<String, Language> known = new ConcurrentHashMap<>();

    /** English if the header says nothing that is known. */
    Language of(@Nullable String header) {
        if (header == null) {
            return Language.ENGLISH;
        }
        Language found = known.get(header);
        if (found == null) {
            found = header.length() > MAX_LENGTH
                    ? Language.ENGLISH
                    : Language.accepted(header).orElse(Language.ENGLISH);
            if (known.size() < MAX_REMEMBERED && header.length() <= MAX_LENGTH) {
                known.put(header, found);
            }
        }
        return found;
    }
}
