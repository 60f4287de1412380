package io.liying.plugin.core.tool;

import io.liying.i18n.api.Messages;
import io.liying.plugin.core.tool.template.ProjectTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes a new plugin project. */
final class NewCommand implements Command {

    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super"
                            + " switch synchronized this throw throws transient true try void volatile while")
                    .split(" "));

    private final Path sdk;

    NewCommand() {
        this(Path.of(System.getProperty("liying.home", ""), "dist", "sdk"));
    }

    NewCommand(Path sdk) {
        this.sdk = sdk.toAbsolutePath();
    }

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String usage() {
        return "NAME [--package PACKAGE] [--dir DIR]";
    }

    @Override
    public String summary(Terminal terminal) {
        return messages(terminal).text(terminal.language(), "new.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--package", "--dir"), 1, terminal);
        String id = parsed.get(0);
        if (id.length() > LONGEST_NAME || !NAME.matcher(id).matches()) {
            throw ToolException.misused(text(terminal, "new.name", Map.of("name", id)));
        }
        String packageName = parsed.option("--package").orElseGet(() -> standardPackage(id));
        if (!isPackage(packageName)) {
            throw ToolException.misused(text(terminal, "new.package", Map.of("name", packageName)));
        }
        Path folder = Path.of(parsed.option("--dir").orElse(id));
        if (Files.exists(folder)) {
            throw ToolException.failed(text(terminal, "new.exists", Map.of("folder", folder.toString())));
        }
        String version = version().orElseThrow(() -> ToolException.failed(text(terminal, "new.sdk", Map.of())));
        String author = System.getProperty("user.name", "");
        new ProjectTemplate(id, packageName, sdk.toUri().toString(), version, author.isBlank() ? id : author)
                .write(folder);
        terminal.say(text(
                terminal,
                "new.done",
                Map.of(
                        "folder", folder.toString(),
                        "jar",
                                folder.resolve("target")
                                        .resolve(id + "-1.0.0.jar")
                                        .toString())));
    }

    private static String standardPackage(String id) {
        String last = id.replace("-", "");
        return "org.example." + (KEYWORDS.contains(last) ? last + "_" : last);
    }

    private static boolean isPackage(String name) {
        return PACKAGE.matcher(name).matches()
                && Stream.of("io.liying.", "java.", "javax.", "org.osgi.").noneMatch((name + ".")::startsWith)
                && Arrays.stream(name.split("\\.")).noneMatch(KEYWORDS::contains);
    }

    /** The version of the SDK that is there. */
    private Optional<String> version() throws IOException {
        Path versions = sdk.resolve("io/liying/io.liying.sdk.bom");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .max(String::compareTo);
        }
    }

    private static String text(Terminal terminal, String key, Map<String, String> arguments) {
        return messages(terminal).text(terminal.language(), key, arguments);
    }

    private static Messages messages(Terminal terminal) {
        return terminal.catalogs().of(ProjectTemplate.class);
    }
}
