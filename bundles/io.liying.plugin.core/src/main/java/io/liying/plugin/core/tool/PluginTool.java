package io.liying.plugin.core.tool;

import io.liying.i18n.api.MachineLanguage;
import io.liying.plugin.core.tool.publish.PublishCommand;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program behind {@code ./liying plugin}. It ends with 0 if all went well, 1 if it failed and 2 if it was misused. */
public final class PluginTool {

    private static final int MISUSED = 2;

    private final List<Command> commands;
    private final Terminal terminal;
    private final PrintStream problems;

    PluginTool(List<Command> commands, Terminal terminal, PrintStream problems) {
        this.commands = commands;
        this.terminal = terminal;
        this.problems = problems;
    }

    public static void main(String[] args) {
        PrintStream output = screen(FileDescriptor.out);
        Terminal terminal = new Terminal(
                output, MachineLanguage.find(), new PlainMessages(), System::getenv, PluginTool::askHidden);
        System.exit(new PluginTool(commands(), terminal, screen(FileDescriptor.err)).run(List.of(args)));
    }

    /** All commands in the order of the help. */
    static List<Command> commands() {
        return List.of(
                new NewCommand(),
                new DevCommand(),
                new KeygenCommand(),
                new SignCommand(),
                new PublishCommand(),
                new InspectCommand(),
                new TrustCommand(),
                new RevokeCommand());
    }

    int run(List<String> arguments) {
        String word = arguments.isEmpty() ? "--help" : arguments.getFirst();
        if (word.equals("--help") || word.equals("help")) {
            help().forEach(terminal::say);
            return arguments.isEmpty() ? MISUSED : 0;
        }
        for (Command command : commands) {
            if (command.name().equals(word)) {
                return run(command, arguments.subList(1, arguments.size()));
            }
        }
        problems.println(terminal.text("command.unknown", Map.of("command", word)));
        return MISUSED;
    }

    private int run(Command command, List<String> arguments) {
        try {
            command.run(arguments, terminal);
            return 0;
        } catch (ToolException failure) {
            problems.println(failure.getMessage());
            if (failure.exitCode() == MISUSED) {
                problems.println("./liying plugin " + command.name() + " " + command.usage());
            }
            return failure.exitCode();
        } catch (IOException failure) {
            problems.println(terminal.text("command.failed", Map.of("cause", String.valueOf(failure.getMessage()))));
            return 1;
        }
    }

    private List<String> help() {
        return commands.stream()
                .map(command -> "./liying plugin " + command.name() + " " + command.usage() + "\n    "
                        + command.summary(terminal))
                .toList();
    }

    private static char @Nullable [] askHidden(String question) {
        Console console = System.console();
        return console == null ? null : console.readPassword("%s", question);
    }

    private static PrintStream screen(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
