package io.liying.memory.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is remembered of each person. Nobody sees or changes what belongs to another: it is as if it did not exist. Safe for
 * use by many threads; calls block on the database, except {@link #preferences}, which asks it once for each person.
 */
@ProviderType
public interface Memory {

    /**
     * Remembers a fact durably.
     *
     * @param text what to remember, 1 to 500 characters without the spaces around it
     * @return empty if the person has as many facts as the configuration allows
     * @throws IllegalArgumentException if the text is blank or too long
     */
    Optional<Fact> remember(String personId, Language language, String text);

    /** A person's facts, the latest first. */
    List<Fact> facts(String personId);

    /**
     * Forgets a fact.
     *
     * @return false if the person has no such fact
     */
    boolean forget(String personId, String factId);

    /** How a person likes to be answered. */
    Preferences preferences(String personId);

    /** Keeps how a person likes to be answered, in the place of what was kept before. */
    void prefer(String personId, Preferences preferences);

    /**
     * Changes how a person likes to be answered; of changes at the same time none is lost.
     *
     * @return what is kept now
     */
    Preferences prefer(String personId, UnaryOperator<Preferences> change);

    /**
     * Forgets all facts and preferences of a person.
     *
     * @return how many facts were forgotten
     */
    int forgetAll(String personId);

    /** The formats of {@link #export}. */
    enum Format {
        JSON,
        MARKDOWN
    }

    /** Writes all that is remembered of a person as a document, in Markdown in the reader's language. */
    String export(String personId, Language reader, Format format);
}
