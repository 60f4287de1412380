package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person looks at and approves before a plugin is installed, wherever it comes from. */
final class Approvals {

    /** Looks into the plugin that is to be installed. */
    @FunctionalInterface
    interface Look {
        PluginInspection inspect() throws PluginException, InterruptedException;
    }

    private Approvals() {}

    /** What the client says that a person has approved. */
    static Set<String> given(Request request) {
        return Arrays.stream(request.query("approve").orElse("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The document of an inspection, beside the version that is installed. */
    static Map<String, Object> document(PluginInspection inspection, Plugins plugins, Language language) {
        String installed = plugins.status(inspection.descriptor().id())
                .map(PluginStatus::descriptor)
                .map(PluginDescriptor::version)
                .orElse("");
        return Documents.inspection(inspection, installed, language);
    }

    /** Why nothing was installed; where an approval is missing, with all that the client must show before it asks again. */
    static ProblemException refusal(
            PluginException refused, Look look, Set<String> given, Plugins plugins, Language language)
            throws InterruptedException {
        if (!refused.code().equals(Refusals.APPROVAL)) {
            return Refusals.of(refused, language);
        }
        try {
            PluginInspection inspection = look.inspect();
            List<String> missing = inspection.approvals().stream()
                    .filter(approval -> !given.contains(approval))
                    .toList();
            return Refusals.of(
                    refused,
                    language,
                    Map.of("approvals", missing, "inspection", document(inspection, plugins, language)));
        } catch (PluginException unreadable) {
            return Refusals.of(unreadable, language);
        }
    }
}
