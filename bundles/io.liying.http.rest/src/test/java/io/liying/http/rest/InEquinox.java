package io.liying.http.rest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one running framework for all, with small limits that are quickly reached. */
final class InEquinox implements ParameterResolver {

    static final Map<String, Object> API = Map.of(
            "port", 0,
            "max.body.bytes", 4096,
            "body.seconds", 1,
            "idle.seconds", 2,
            "heartbeat.seconds", 1,
            "socket.queue", 50);

    static final Map<String, Object> SECURITY = Map.of(
            "rate.per.minute", 100, "socket.messages.per.second", 50, "allowed.origins", "https://intranet.example");

    private record Shared(RunningFramework framework, Path folder) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            framework.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningFramework.class;
    }

    @Override
    public RunningFramework resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(InEquinox.class, key -> start(), Shared.class)
                .framework();
    }

    private static Shared start() {
        try {
            Path folder = Files.createTempDirectory("liying-http");
            return new Shared(new RunningFramework(folder, API, SECURITY), folder);
        } catch (Exception failure) {
            throw new IllegalStateException("The framework does not start", failure);
        }
    }
}
