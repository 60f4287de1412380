package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns sentences into vectors of length 1 whose scalar product tells how close their meanings are. Safe for use by many
 * threads.
 */
@ConsumerType
public interface SentenceEmbedder {

    /**
     * The name of the network for a language, or empty if there is none. Only vectors of the same name can be compared, and
     * they have the same number of elements.
     */
    Optional<String> model(Language language);

    /**
     * The vectors of sentences that will be needed again, such as example phrases; they are remembered on the disk. Loads
     * the network if need be and takes as long as it takes, so it is never called by a turn.
     *
     * @return one vector for each sentence, in their order
     * @throws IllegalArgumentException if the language has no network
     * @throws IllegalStateException if the network cannot be loaded or run on this machine; the message says why
     */
    List<float[]> embed(List<String> sentences, Language language);

    /**
     * The vector of a sentence that somebody just said, within milliseconds. It is not remembered.
     *
     * @return empty if the network is not loaded; it is then loaded in the background
     */
    Optional<float[]> embedNow(String sentence, Language language);
}
