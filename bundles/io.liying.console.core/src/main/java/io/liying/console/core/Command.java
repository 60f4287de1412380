package io.liying.console.core;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of the console itself. */
enum Command {
    HELP(""),
    SESSIONS("[…]"),
    OPEN("N"),
    NEW(""),
    RENAME("…"),
    DELETE("[N]"),
    EXPORT("FILE"),
    LANGUAGE("CODE"),
    INSPECT(""),
    QUIT("");

    private final String argument;

    Command(String argument) {
        this.argument = argument;
    }

    /** The command as people write it. */
    String word() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** The command with its argument. */
    String usage() {
        return argument.isEmpty() ? word() : word() + " " + argument;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Command::word).toList();
    }

    /** Finds a command by its word, or by a beginning that no other command shares. */
    static Optional<Command> of(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        List<Command> found = Arrays.stream(values())
                .filter(command -> command.word().startsWith(wanted))
                .toList();
        return found.size() == 1 && wanted.length() > 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
