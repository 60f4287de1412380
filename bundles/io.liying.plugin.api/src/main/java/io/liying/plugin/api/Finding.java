package io.liying.plugin.api;

/**
 * A use of something powerful that was found in a plugin's bytecode.
 *
 * @param kind which permission it needs
 * @param className where, such as {@code org.example.Fetcher}
 * @param use what, such as {@code java.net.Socket}
 * @param permitted whether a permission of the descriptor covers it
 */
public record Finding(Permission.Kind kind, String className, String use, boolean permitted) {}
