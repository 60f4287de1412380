package io.liying.plugin.core.tool;

import io.liying.plugin.core.trust.Certificates;
import io.liying.plugin.core.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trusts a publisher from now on. */
final class TrustCommand implements Command {

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public String usage() {
        return "FILE.pem [--data DIR]";
    }

    @Override
    public String summary(Terminal terminal) {
        return terminal.text("trust.summary");
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) throws ToolException, IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data"), 1, terminal);
        X509Certificate certificate;
        try {
            certificate = Certificates.read(Path.of(parsed.get(0)));
        } catch (IOException malformed) {
            throw ToolException.failed(terminal.text("trust.unreadable", Map.of("file", parsed.get(0))));
        }
        TrustStore store = store(terminal.data(parsed.option("--data")));
        String fingerprint = Certificates.fingerprint(certificate);
        if (store.isRevoked(fingerprint)) {
            throw ToolException.failed(terminal.text("trust.revoked", Map.of("fingerprint", fingerprint)));
        }
        TrustStore.Publisher publisher = store.add(certificate);
        terminal.say(
                terminal.text("trust.done", Map.of("name", publisher.name(), "fingerprint", publisher.fingerprint())));
    }

    /** The store of the server that has this data folder. */
    static TrustStore store(Path data) {
        return new TrustStore(data.resolve("security").resolve("publishers"));
    }
}
