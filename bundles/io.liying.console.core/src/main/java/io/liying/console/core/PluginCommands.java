package io.liying.console.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MachineLanguage;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The plugin manager's commands for the Gogo shell. Who sits at the console may approve everything. */
@Component(
        service = PluginCommands.class,
        property = {
            "osgi.command.scope=liying",
            "osgi.command.function=plugins",
            "osgi.command.function=plugin-install",
            "osgi.command.function=plugin-rollback",
            "osgi.command.function=plugin-enable",
            "osgi.command.function=plugin-disable",
            "osgi.command.function=plugin-uninstall",
            "osgi.command.function=left-overs"
        })
public final class PluginCommands {

    private final Texts texts;
    private volatile @Nullable Plugins plugins;

    @Activate
    public PluginCommands() {
        this(new Texts(MachineLanguage.find(), "plugins"));
    }

    PluginCommands(Texts texts) {
        this.texts = texts;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setPlugins(Plugins service) {
        plugins = service;
    }

    void unsetPlugins(Plugins service) {
        plugins = null;
    }

    /**
     * Runs a command. Gogo calls a method of this name for commands whose names, such as {@code plugin-install}, no
     * method can have.
     *
     * @param words the command and its arguments
     */
    public String _main(String... words) throws InterruptedException {
        Plugins manager = plugins;
        if (manager == null) {
            return texts.text("service.missing");
        }
        // Gogo gives the name as it was written, perhaps with its scope
        String command = words[0].substring(words[0].indexOf(':') + 1).toLowerCase(Locale.ROOT);
        boolean needsArgument = !command.equals("plugins") && !command.equals("left-overs");
        if (needsArgument && words.length < 2) {
            return texts.text("argument", "command", command);
        }
        List<String> lines = new ArrayList<>();
        try {
            run(manager, command, words, lines);
        } catch (PluginException refused) {
            lines.add(refused.reason(texts.language()));
        }
        return String.join("\n", lines);
    }

    private void run(Plugins manager, String command, String[] words, List<String> lines)
            throws PluginException, InterruptedException {
        Language language = texts.language();
        PluginListener progress = event -> lines.add("  " + event.reasons().getOrDefault(language, ""));
        switch (command) {
            case "plugins" -> {
                manager.list().forEach(status -> lines.add(line(status, language)));
                if (lines.isEmpty()) {
                    lines.add(texts.text("none"));
                }
            }
            case "left-overs" -> {
                manager.leftOvers().forEach(old -> lines.add(line(old)));
                if (lines.isEmpty()) {
                    lines.add(texts.text("leftovers.none"));
                }
            }
            case "plugin-install" ->
                lines.add(line(manager.install(Path.of(words[1]).toAbsolutePath(), Set.of("*"), progress), language));
            case "plugin-rollback" ->
                lines.add(line(
                        manager.rollBack(
                                words[1], words.length > 2 ? Optional.of(words[2]) : Optional.empty(), progress),
                        language));
            case "plugin-enable" -> lines.add(line(manager.enable(words[1], true, progress), language));
            case "plugin-disable" -> lines.add(line(manager.enable(words[1], false, progress), language));
            case "plugin-uninstall" -> {
                boolean withData = words.length > 2 && words[2].equals("--data");
                manager.uninstall(words[1], withData, progress);
                lines.add(texts.text(withData ? "gone.data" : "gone"));
            }
            default -> lines.add(texts.text("unknown", "command", command));
        }
    }

    private String line(PluginStatus status, Language language) {
        String problem = status.problem().getOrDefault(language.code(), "");
        return "%-20s %-10s %s  %s%s"
                .formatted(
                        status.descriptor().id(),
                        status.descriptor().version(),
                        texts.text("state." + status.state().name().toLowerCase(Locale.ROOT)),
                        status.descriptor().name(language),
                        problem.isEmpty() ? "" : "\n    " + problem);
    }

    private String line(LeftOver old) {
        String holders = old.holders().isEmpty() ? "?" : String.join(", ", old.holders());
        return texts.text(
                "leftover",
                Map.of("plugin", old.plugin(), "version", old.version(), "since", old.since(), "holders", holders));
    }
}
