package io.liying.plugin.core.tool.publish;

import io.liying.i18n.api.Messages;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.tool.Arguments;
import io.liying.plugin.core.tool.Command;
import io.liying.plugin.core.tool.Terminal;
import io.liying.plugin.core.tool.ToolException;
import io.liying.plugin.core.trust.Trust;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.plugin.core.trust.UnsignedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds plugins to a catalogue folder: every file is checked first, then all are copied, then the index is replaced at
 * once. A version that is there already stays what it is, and nothing is ever taken out.
 */
public final class PublishCommand implements Command {

    private final Clock clock;

    public PublishCommand() {
        this(Clock.systemUTC());
    }

    PublishCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String usage() {
        return "DIR [FILE…] [--data DIR]";
    }

    @Override
    public String summary(Terminal terminal) {
        return messages(terminal).text(terminal.language(), "publish.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        int count = plain(arguments);
        Arguments parsed = Arguments.parse(arguments, Set.of("--data"), Math.max(1, count), terminal);
        Path folder = Path.of(parsed.get(0));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw refuse(terminal, "publish.no-folder", Map.of("folder", folder.toString()));
        }
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            files.add(Path.of(parsed.get(i)));
        }
        if (files.isEmpty()) {
            files.addAll(there(folder));
        }
        Path publishers =
                terminal.data(parsed.option("--data")).resolve("security").resolve("publishers");
        publish(folder, files, new TrustStore(publishers), terminal);
    }

    private void publish(Path folder, List<Path> files, TrustStore store, Terminal terminal)
            throws ToolException, IOException {
        CatalogueFolder catalogue = new CatalogueFolder(folder);
        ArchiveReader reader = new ArchiveReader(ArchiveLimits.STANDARD, terminal.catalogs());
        Trust trust = new Trust(store, UnsignedPolicy.ALLOW, UnsignedPolicy.ALLOW, terminal.catalogs());
        try {
            PublishedIndex index = PublishedIndex.read(catalogue.index());
            List<Candidate> candidates = new ArrayList<>();
            List<Candidate> added = new ArrayList<>();
            for (Path file : files) {
                PluginArchive archive = reader.read(file);
                Candidate candidate = Candidate.of(archive);
                catalogue.check(candidate);
                candidates.add(candidate);
                if (index.add(archive, trust.inspect(archive).signature(), clock.instant())) {
                    added.add(candidate);
                }
            }
            byte[] json = index.json();
            for (Candidate candidate : candidates) {
                catalogue.copy(candidate);
            }
            catalogue.replaceIndex(json);
            for (Candidate candidate : added) {
                say(
                        terminal,
                        "publish.added",
                        Map.of("plugin", candidate.id(), "version", candidate.version(), "file", candidate.file()));
            }
            say(
                    terminal,
                    "publish.done",
                    Map.of(
                            "folder", folder.toString(),
                            "plugins", Integer.toString(index.plugins()),
                            "versions", Integer.toString(index.versions())));
        } catch (PluginException refused) {
            throw ToolException.failed(refused.reason(terminal.language()));
        } catch (PublishException refused) {
            throw refuse(terminal, refused.key(), refused.arguments());
        }
    }

    /** The plugins that lie in the folder already, so that an index can be made anew. */
    private static List<Path> there(Path folder) throws IOException {
        Path plugins = folder.resolve("plugins");
        if (!Files.isDirectory(plugins)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(plugins, 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".jar") || file.toString().endsWith(".lyp"))
                    .sorted()
                    .toList();
        }
    }

    private static int plain(List<String> arguments) {
        int count = 0;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith("--")) {
                i++;
            } else {
                count++;
            }
        }
        return count;
    }

    private static Messages messages(Terminal terminal) {
        return terminal.catalogs().of(PublishCommand.class);
    }

    private static void say(Terminal terminal, String key, Map<String, String> arguments) {
        terminal.say(messages(terminal).text(terminal.language(), key, arguments));
    }

    private static ToolException refuse(Terminal terminal, String key, Map<String, String> arguments) {
        return ToolException.failed(messages(terminal).text(terminal.language(), key, arguments));
    }
}
