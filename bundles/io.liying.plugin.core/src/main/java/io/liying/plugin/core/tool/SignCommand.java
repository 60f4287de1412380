package io.liying.plugin.core.tool;

import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.archive.ArchiveLimits;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.trust.KeyPairs;
import io.liying.plugin.core.trust.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signs a plugin's file, after a check that it would be accepted. */
final class SignCommand implements Command {

    @Override
    public String name() {
        return "sign";
    }

    @Override
    public String usage() {
        return "FILE [--keystore FILE] [--out FILE]";
    }

    @Override
    public String summary(Terminal terminal) {
        return terminal.text("sign.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--keystore", "--out"), 1, terminal);
        Path file = Path.of(parsed.get(0));
        Path keystore = Keystores.file(parsed.option("--keystore"));
        Path signed = parsed.option("--out").map(Path::of).orElse(file);
        try {
            new ArchiveReader(ArchiveLimits.STANDARD, terminal.catalogs()).read(file);
        } catch (PluginException refused) {
            throw ToolException.failed(refused.reason(terminal.language()));
        }
        if (!Files.exists(keystore)) {
            throw ToolException.failed(terminal.text("sign.no-key", Map.of("file", keystore.toString())));
        }
        char[] password = terminal.password(terminal.text("password.ask"));
        try {
            Signer.sign(file, keystore, password, KeyPairs.ALIAS, signed);
        } catch (GeneralSecurityException | IOException failure) {
            throw ToolException.failed(terminal.text(
                    "sign.failed",
                    Map.of("keystore", keystore.toString(), "cause", String.valueOf(failure.getMessage()))));
        } finally {
            Arrays.fill(password, ' ');
        }
        terminal.say(terminal.text("sign.done", Map.of("file", signed.toString())));
    }
}
