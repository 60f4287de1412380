package io.liying.skill.api;

import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.SlotModel;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The skills that are there now. Skills and the intent model that knows their phrases change together in one atomic
 * switch. Safe for use by many threads.
 */
@ProviderType
public interface Skills {

    /** The descriptions of the skills that answer now, in the order of their ids. */
    List<SkillDescription> descriptions();

    /** The model trained on exactly the skills of {@link #descriptions()}. */
    IntentModel model();

    /**
     * The free slots of the skills of {@link #descriptions()}: those that their phrases mark and whose names are not types
     * of entities found in every text ({@link io.liying.nlu.api.Entity#isStandard}). Finds nothing while there is no trainer.
     */
    default SlotModel slots() {
        return SlotModel.NONE;
    }

    /**
     * Leases the skill that answers an intent. The lease pins one generation of the skill: an upgrade waits for it.
     *
     * @return empty if no skill answers the intent
     */
    Optional<SkillLease> lease(String intent);
}
