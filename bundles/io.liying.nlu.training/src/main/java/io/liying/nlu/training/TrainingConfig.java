package io.liying.nlu.training;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How much people may teach, and which turns are kept for a review: keys of the section {@code nlu}. */
@ObjectClassDefinition(
        name = "Training",
        description = "How much a person may import and keep, and whether unsure turns of the owner wait for a label.")
@interface TrainingConfig {

    @AttributeDefinition(
            name = "Sentences",
            description = "Sentences that one import may have; further ones are refused line by line.",
            min = "1",
            max = "1000000")
    int training_sentences() default 100_000;

    @AttributeDefinition(
            name = "Characters",
            description = "Characters that one sentence may have.",
            min = "20",
            max = "10000")
    int training_characters() default 500;

    @AttributeDefinition(name = "Data sets", description = "Imports that are kept.", min = "1", max = "1000")
    int training_sets() default 50;

    @AttributeDefinition(
            name = "Versions",
            description = "Versions that are kept; the oldest that is not in use goes first.",
            min = "2",
            max = "1000")
    int training_versions() default 30;

    @AttributeDefinition(
            name = "Enabled",
            description = "Whether the owner's unsure turns are kept on this machine until they are labelled.")
    boolean review_enabled() default false;

    @AttributeDefinition(
            name = "Confidence",
            description = "A turn is kept if its intent was less likely than this, or if it was none of the intents.",
            min = "0",
            max = "1")
    double review_confidence() default 0.7;

    @AttributeDefinition(
            name = "Days",
            description = "Days until an unlabelled turn is deleted.",
            min = "1",
            max = "365")
    int review_days() default 30;

    @AttributeDefinition(
            name = "Entries",
            description = "Turns that may wait; the oldest goes first.",
            min = "1",
            max = "10000")
    int review_entries() default 500;
}
