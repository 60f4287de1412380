package io.liying.plugin.core.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command, with options of the form {@code --name VALUE} anywhere among them. */
public final class Arguments {

    private final List<String> plain;
    private final Map<String, String> options;

    private Arguments(List<String> plain, Map<String, String> options) {
        this.plain = plain;
        this.options = options;
    }

    /**
     * @param names the options that are allowed, such as {@code --out}
     * @param count how many arguments are needed beside the options
     * @throws ToolException if an option is unknown or has no value, or the count is wrong
     */
    public static Arguments parse(List<String> arguments, Set<String> names, int count, Terminal terminal)
            throws ToolException {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                plain.add(argument);
            } else if (!names.contains(argument) || options.containsKey(argument)) {
                throw ToolException.misused(terminal.text("option.unknown", Map.of("option", argument)));
            } else if (++i == arguments.size()) {
                throw ToolException.misused(terminal.text("option.value", Map.of("option", argument)));
            } else {
                options.put(argument, arguments.get(i));
            }
        }
        if (plain.size() != count) {
            throw ToolException.misused(terminal.text("arguments.wrong"));
        }
        return new Arguments(plain, options);
    }

    public String get(int index) {
        return plain.get(index);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
