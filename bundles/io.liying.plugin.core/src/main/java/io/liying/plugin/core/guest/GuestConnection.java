package io.liying.plugin.core.guest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A connection as a plugin sees it: its statements end after a time and may be refused, and it cannot end the transaction.
 * What a plugin may touch is not decided here but by the rights of its user in the database.
 */
final class GuestConnection implements InvocationHandler {

    private static final Set<String> NOT_A_GUESTS =
            Set.of("commit", "close", "abort", "setAutoCommit", "setSchema", "setCatalog", "unwrap", "setQueryTimeout");
    private static final Set<String> ROOM = Set.of("delete", "truncate", "drop", "select");

    private final Object target;
    private final Connection outside;
    private final int seconds;
    private final Consumer<String> permit;

    private GuestConnection(Object target, Connection outside, int seconds, Consumer<String> permit) {
        this.target = target;
        this.outside = outside;
        this.seconds = seconds;
        this.permit = permit;
    }

    /** @param permit throws if a statement may not be executed */
    static Connection of(Connection connection, Duration longestStatement, Consumer<String> permit) {
        Connection[] seen = new Connection[1];
        int seconds = Math.toIntExact(longestStatement.toSeconds());
        InvocationHandler handler = (proxy, method, arguments) ->
                new GuestConnection(connection, seen[0], seconds, permit).invoke(proxy, method, arguments);
        seen[0] = proxy(Connection.class, handler);
        return seen[0];
    }

    /** Whether a statement lets what is kept only shrink. */
    static boolean makesRoom(String sql) {
        String text = sql.strip().toLowerCase(Locale.ROOT);
        return ROOM.stream().anyMatch(text::startsWith) && !text.contains(";");
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        boolean ofStatement = target instanceof Statement;
        if (method.getDeclaringClass() == Object.class) {
            return switch (name) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> ofStatement ? "a plugin's statement" : "a plugin's connection";
            };
        }
        if (name.equals("getConnection")) {
            return outside;
        }
        if (NOT_A_GUESTS.contains(name) && !(ofStatement && name.equals("close"))
                || name.equals("rollback") && arguments == null) {
            throw new SQLException("a plugin must not call " + name + "; the host ends the transaction");
        }
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && runs(name)) {
            permit.accept(sql);
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof Statement statement && !ofStatement) {
                statement.setQueryTimeout(seconds);
                Class<?> type = method.getReturnType();
                return proxy(type, new GuestConnection(statement, outside, seconds, permit));
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static boolean runs(String method) {
        return method.startsWith("prepare") || method.startsWith("execute") || method.equals("addBatch");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(GuestConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
