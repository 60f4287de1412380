package io.liying.nlu.api.training;

import io.liying.nlu.api.IntentExamples;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A person's own phrases for the intents of installed skills. Whoever trains the intents asks again for each training; what
 * belongs to an intent that no skill has is left out, unless it is {@link IntentExamples#NONE}. Safe for use by many
 * threads.
 */
@ConsumerType
public interface OwnExamples {

    /** The phrases that count now, by intent; empty if there are none. */
    List<IntentExamples> examples();
}
