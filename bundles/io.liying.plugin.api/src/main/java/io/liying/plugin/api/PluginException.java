package io.liying.plugin.api;

import io.liying.i18n.api.Language;
import java.util.Map;

/** Something about a plugin was refused or failed; nothing was changed unless the reason says so. */
public final class PluginException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<Language, String> reasons;

    /**
     * @param code stable, such as {@code plugin.entry.duplicate}
     * @param reasons what is wrong, with which thing and what to do, in every language
     */
    public PluginException(String code, Map<Language, String> reasons) {
        this(code, reasons, null);
    }

    public PluginException(
            String code, Map<Language, String> reasons, @org.jspecify.annotations.Nullable Throwable cause) {
        super(code + ": " + reasons.getOrDefault(Language.ENGLISH, ""), cause);
        this.code = code;
        this.reasons = Map.copyOf(reasons);
    }

    public String code() {
        return code;
    }

    public Map<Language, String> reasons() {
        return reasons;
    }

    /** The reason in a language. */
    public String reason(Language language) {
        return reasons.getOrDefault(language, String.valueOf(getMessage()));
    }
}
