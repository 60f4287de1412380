package io.liying.plugin.core.tool;

import io.liying.plugin.core.trust.Certificates;
import io.liying.plugin.core.trust.KeyPairs;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the key that a publisher signs with. */
final class KeygenCommand implements Command {

    @Override
    public String name() {
        return "keygen";
    }

    @Override
    public String usage() {
        return "[--name NAME] [--keystore FILE]";
    }

    @Override
    public String summary(Terminal terminal) {
        return terminal.text("keygen.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--name", "--keystore"), 0, terminal);
        Path keystore = Keystores.file(parsed.option("--keystore"));
        if (Files.exists(keystore)) {
            throw ToolException.failed(terminal.text("keygen.exists", Map.of("file", keystore.toString())));
        }
        String name = parsed.option("--name").orElseGet(() -> System.getProperty("user.name"));
        char[] password = terminal.password(terminal.text("password.new"));
        try {
            if (password.length < KeyPairs.SHORTEST_PASSWORD) {
                throw ToolException.failed(terminal.text("password.short"));
            }
            if (!Arrays.equals(password, terminal.password(terminal.text("password.again")))) {
                throw ToolException.failed(terminal.text("password.differs"));
            }
            X509Certificate certificate = KeyPairs.create(keystore, password, name);
            Path pem = Keystores.certificate(keystore);
            Files.writeString(pem, Certificates.pem(certificate));
            terminal.say(terminal.text(
                    "keygen.done",
                    Map.of(
                            "name", name,
                            "keystore", keystore.toString(),
                            "certificate", pem.toString(),
                            "fingerprint", Certificates.fingerprint(certificate))));
        } catch (FileAlreadyExistsException exists) {
            throw ToolException.failed(terminal.text("keygen.exists", Map.of("file", keystore.toString())));
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
