package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A trained, immutable tagger: finds the values that example phrases mark, such as the title of an event, in texts that it
 * never saw. Safe for use by many threads.
 */
@ProviderType
public interface SlotModel {

    /** Finds nothing. */
    SlotModel NONE = new SlotModel() {
        @Override
        public List<Entity> tag(String text, Language language, String intent) {
            return List.of();
        }

        @Override
        public Set<String> slots(String intent) {
            return Set.of();
        }
    };

    /**
     * Finds the slots of an intent in a text.
     *
     * @param text what the person said, in Unicode NFC
     * @param language the text's language
     * @param intent what was understood
     * @return entities whose type is the slot's name and whose value is the person's words, in the order of their start,
     *     not overlapping; empty if the intent marks no slots in that language
     */
    List<Entity> tag(String text, Language language, String intent);

    /** The names of the slots that the phrases of an intent mark, in any language. */
    Set<String> slots(String intent);
}
