package io.liying.console.core;

import io.liying.i18n.api.Language;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Finds out whether a person or a script sits there. */
final class Screens {

    private Screens() {}

    /** @param data the data folder; the lines of the person are kept there if it exists */
    static Screen open(Path data) {
        Console console = System.console();
        return console != null && console.isTerminal() ? terminal(data) : plain();
    }

    /** Scripts always get UTF-8, whatever the machine's language. */
    private static Screen plain() {
        return new PlainScreen(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8),
                output(FileDescriptor.out),
                problems());
    }

    static PrintStream output() {
        return output(FileDescriptor.out);
    }

    static PrintStream problems() {
        return output(FileDescriptor.err);
    }

    private static PrintStream output(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static Screen terminal(Path data) {
        try {
            Charset encoding = encoding(System.getProperty("stdout.encoding", ""));
            Terminal terminal = TerminalBuilder.builder()
                    .name("LiYing")
                    .encoding(encoding)
                    .stdinEncoding(encoding)
                    .stdoutEncoding(encoding)
                    .system(true)
                    .dumb(true)
                    .build();
            boolean colours =
                    System.getenv("NO_COLOR") == null && !terminal.getType().startsWith("dumb");
            return new TerminalScreen(
                    terminal,
                    colours,
                    history(data),
                    Command.words(),
                    Arrays.stream(Language.values()).map(Language::code).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("the terminal cannot be used", failure);
        }
    }

    /** A machine without a language says ASCII, but its terminal shows UTF-8. */
    static Charset encoding(String name) {
        Charset named = Charset.forName(name.isEmpty() ? "UTF-8" : name, StandardCharsets.UTF_8);
        return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    }

    /** What people say is theirs: only they may read the file. */
    private static Optional<Path> history(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        Path file = data.resolve("console-history");
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, mine);
        } catch (FileAlreadyExistsException fromLastTime) {
            return Optional.of(file);
        }
        return Optional.of(file);
    }
}
