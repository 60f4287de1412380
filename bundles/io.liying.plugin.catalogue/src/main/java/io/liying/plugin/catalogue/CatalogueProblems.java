package io.liying.plugin.catalogue;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginException;
import java.util.Map;

/** Refusals as problem documents. */
final class CatalogueProblems {

    /** The plugin manager's code for a plugin that needs approvals. */
    static final String APPROVAL = "plugin.approval.needed";

    private CatalogueProblems() {}

    static ProblemException of(PluginException refused, Language language, Map<String, Object> members) {
        return new ProblemException(status(refused.code()), refused.code(), refused.reason(language), members);
    }

    private static int status(String code) {
        return switch (code) {
            case "catalogue.plugin.unknown", "catalogue.version.unknown" -> 404;
            case APPROVAL, "plugin.pinned" -> 409;
            case "plugin.signature.unknown", "plugin.signature.missing", "plugin.finding.refused" -> 403;
            case "catalogue.disk", "plugin.disk" -> 503;
            case "catalogue.incompatible" -> 422;
            default -> code.startsWith("catalogue.") ? 502 : 422;
        };
    }
}
