package io.liying.workbench.ui.kit;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;

/**
 * The texts of a bundle in one language. They stand where e4 and the framework look for them too: {@code
 * OSGI-INF/l10n/bundle_xx.properties}, English in {@code bundle.properties}.
 */
public final class Texts {

    private final Language language;
    private final Properties texts = new Properties();

    /**
     * Reads the texts.
     *
     * @param owner a class of the bundle that owns them
     * @throws IllegalArgumentException if the bundle has none in this language
     */
    public Texts(Class<?> owner, Language language) {
        this.language = language;
        String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
        String file = "/OSGI-INF/l10n/bundle" + suffix + ".properties";
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("the bundle of " + owner.getName() + " has no " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " of " + owner.getName() + " cannot be read", failure);
        }
    }

    public Language language() {
        return language;
    }

    /**
     * A text as it is, without the mark of its menu key.
     *
     * @throws IllegalArgumentException if the key is unknown
     */
    public String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return text.replaceFirst("\\(&.\\)", "").replace("&", "");
    }

    /** A text that may be missing, because the key comes from elsewhere: then the word itself. */
    public String textOr(String key, String word) {
        return texts.containsKey(key) ? text(key) : word;
    }

    /** A text with its numbered gaps filled, in the manner of {@link MessageFormat}. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(text(key).replace("'", "''"), language.locale()).format(arguments);
    }
}
