package io.liying.plugin.core.tool;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Finding;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.Signature;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.trust.Trust;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.plugin.core.trust.UnsignedPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what a plugin says about itself, who vouches for it and what its bytecode uses. */
final class InspectCommand implements Command {

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public String usage() {
        return "FILE [--data DIR]";
    }

    @Override
    public String summary(Terminal terminal) {
        return terminal.text("inspect.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data"), 1, terminal);
        Path file = Path.of(parsed.get(0));
        TrustStore store = TrustCommand.store(terminal.data(parsed.option("--data")));
        try {
            ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, terminal.catalogs());
            Trust trust = new Trust(store, UnsignedPolicy.ASK, UnsignedPolicy.ASK, terminal.catalogs());
            show(trust.inspect(reader.read(file)), terminal);
        } catch (PluginException refused) {
            throw ToolException.failed(refused.reason(terminal.language()));
        }
    }

    private static void show(PluginInspection inspection, Terminal terminal) {
        PluginDescriptor plugin = inspection.descriptor();
        Language reader = terminal.language();
        terminal.say(plugin.name(reader) + " " + plugin.version() + " (" + plugin.id() + ")");
        terminal.say(plugin.description(reader));
        line(terminal, "inspect.author", plugin.author());
        line(terminal, "inspect.licence", plugin.licence());
        if (!plugin.homepage().isEmpty()) {
            line(terminal, "inspect.homepage", plugin.homepage());
        }
        String languages =
                plugin.languages().stream().sorted().map(Language::code).collect(Collectors.joining(" "));
        line(terminal, "inspect.languages", languages);
        line(terminal, "inspect.sha256", inspection.sha256());
        terminal.say(signature(inspection.signature(), terminal));
        permissions(plugin.permissions(), terminal);
        findings(inspection.findings(), terminal);
    }

    private static String signature(Signature signature, Terminal terminal) {
        Map<String, String> arguments = Map.of(
                "publisher", signature.publisher().orElse(""),
                "fingerprint", signature.fingerprint().orElse(""));
        return switch (signature.state()) {
            case TRUSTED -> terminal.text("inspect.trusted", arguments);
            case UNKNOWN_PUBLISHER -> terminal.text("inspect.unknown", arguments);
            case UNSIGNED -> terminal.text("inspect.unsigned");
        };
    }

    private static void permissions(List<Permission> permissions, Terminal terminal) {
        terminal.say(terminal.text(permissions.isEmpty() ? "inspect.no-permissions" : "inspect.permissions"));
        for (Permission permission : permissions) {
            String english = permission.reasons().getOrDefault(Language.ENGLISH, "");
            terminal.say(
                    "  " + permission.code() + ": " + permission.reasons().getOrDefault(terminal.language(), english));
        }
    }

    private static void findings(List<Finding> findings, Terminal terminal) {
        terminal.say(terminal.text(findings.isEmpty() ? "inspect.no-findings" : "inspect.findings"));
        for (Finding finding : findings) {
            String covered = terminal.text(finding.permitted() ? "inspect.covered" : "inspect.uncovered");
            terminal.say("  " + finding.kind().code() + ": " + finding.use() + " – " + finding.className() + " ("
                    + covered + ")");
        }
    }

    private static void line(Terminal terminal, String key, String value) {
        terminal.say(terminal.text(key, Map.of("value", value)));
    }
}
