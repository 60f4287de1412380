package io.liying.plugin.core.tool;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Revokes a publisher or a single file. */
final class RevokeCommand implements Command {

    @Override
    public String name() {
        return "revoke";
    }

    @Override
    public String usage() {
        return "FINGERPRINT [--data DIR]";
    }

    @Override
    public String summary(Terminal terminal) {
        return terminal.text("revoke.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data"), 1, terminal);
        try {
            TrustCommand.store(terminal.data(parsed.option("--data"))).revoke(parsed.get(0));
        } catch (IllegalArgumentException malformed) {
            throw ToolException.misused(terminal.text("revoke.malformed", Map.of("value", parsed.get(0))));
        }
        terminal.say(terminal.text("revoke.done", Map.of("value", parsed.get(0))));
    }
}
