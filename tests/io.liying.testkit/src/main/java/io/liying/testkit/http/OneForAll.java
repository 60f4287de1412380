package io.liying.testkit.http;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests of a module the same expensive thing, which closes after the last of them.
 *
 * @param <T> what it is
 */
public abstract class OneForAll<T extends AutoCloseable> implements ParameterResolver {

    private final Class<T> type;
    private final Callable<T> start;

    /** @param start makes it when the first test wants it */
    protected OneForAll(Class<T> type, Callable<T> start) {
        this.type = type;
        this.start = start;
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public final T resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(type, key -> started(), type);
    }

    private T started() {
        try {
            return start.call();
        } catch (Exception failure) {
            throw new IllegalStateException(type.getSimpleName() + " does not start", failure);
        }
    }
}
