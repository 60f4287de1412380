package io.liying.http.training;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one running framework for all. */
final class InEquinox implements ParameterResolver {

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
            Path folder = Files.createTempDirectory("liying-http-training");
            return new Shared(new RunningFramework(folder), folder);
        } catch (Exception failure) {
            throw new IllegalStateException("The framework does not start", failure);
        }
    }
}
