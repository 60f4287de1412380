package io.liying.plugin.core.tool;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a command reads and writes, and in which language. */
public final class Terminal {

    private static final String PASSWORD = "LIYING_KEYSTORE_PASSWORD";

    private final PrintStream output;
    private final Language language;
    private final Messages messages;
    private final MessageCatalogs catalogs;
    private final Function<String, @Nullable String> environment;
    private final Function<String, char @Nullable []> hidden;

    /**
     * @param environment the value of a variable, or null
     * @param hidden asks a question and reads the answer without showing it; null if there is nobody to ask
     */
    public Terminal(
            PrintStream output,
            Language language,
            MessageCatalogs catalogs,
            Function<String, @Nullable String> environment,
            Function<String, char @Nullable []> hidden) {
        this.output = output;
        this.language = language;
        this.catalogs = catalogs;
        this.messages = catalogs.of(PluginTool.class);
        this.environment = environment;
        this.hidden = hidden;
    }

    public Language language() {
        return language;
    }

    public MessageCatalogs catalogs() {
        return catalogs;
    }

    /** A text of this package in the reader's language. */
    public String text(String key, Map<String, String> arguments) {
        return messages.text(language, key, arguments);
    }

    public String text(String key) {
        return messages.text(language, key);
    }

    /** Writes a line for the person. */
    public void say(String line) {
        output.println(line);
    }

    /** The data folder: the option's value, else {@code liying.data}, else {@code data}. */
    public Path data(Optional<String> option) {
        return Path.of(option.orElseGet(() -> System.getProperty("liying.data", "data")));
    }

    /**
     * The password of a keystore, from the environment or asked without showing it; never from the command line, where
     * others could read it.
     */
    public char[] password(String question) throws ToolException {
        String known = environment.apply(PASSWORD);
        if (known != null) {
            return known.toCharArray();
        }
        char[] answer = hidden.apply(question + " ");
        if (answer == null) {
            throw ToolException.misused(text("password.none"));
        }
        return answer;
    }
}
