package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginException;
import java.util.Map;

/** What the plugin manager or a catalogue refused as problem documents. */
final class Refusals {

    /** The code of a plugin that needs approvals. */
    static final String APPROVAL = "plugin.approval.needed";

    private Refusals() {}

    static ProblemException of(PluginException refused, Language language) {
        return of(refused, language, Map.of());
    }

    static ProblemException of(PluginException refused, Language language, Map<String, Object> members) {
        return new ProblemException(status(refused.code()), refused.code(), refused.reason(language), members);
    }

    /** By the code's words, so that a new code of the manager gets a sensible status: 422 if none says more. */
    static int status(String code) {
        return switch (code) {
            case "plugin.unknown", "plugin.version.unknown", "plugin.earlier.unknown", "plugin.secret.unknown" -> 404;
            case "catalogue.plugin.unknown", "catalogue.version.unknown" -> 404;
            case "catalogue.incompatible" -> 422;
            case "plugin.signature.unknown", "plugin.signature.missing" -> 403;
            case "plugin.file.too-large" -> 413;
            case APPROVAL -> 409;
            default -> {
                if (hasWord(code, "setting", "settings", "field", "value")) {
                    yield 400;
                } else if (hasWord(code, "denied", "refused", "forbidden", "revoked", "policy")) {
                    yield 403;
                } else if (hasWord(code, "pinned", "busy", "state", "same", "installed", "earlier", "rollback")) {
                    yield 409;
                } else if (hasWord(code, "stopping", "disk")) {
                    yield 503;
                } else {
                    yield code.startsWith("catalogue.") ? 502 : 422;
                }
            }
        };
    }

    private static boolean hasWord(String code, String... words) {
        for (String part : code.split("\\.", -1)) {
            for (String word : words) {
                if (part.equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
