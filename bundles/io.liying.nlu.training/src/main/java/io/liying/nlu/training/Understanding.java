package io.liying.nlu.training;

import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.LanguageDetector;
import io.liying.skill.api.Skills;
import io.liying.skill.api.host.IntentLearning;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What understands people, and what it learns with. */
@Component(service = Understanding.class)
public final class Understanding {

    private final LanguageDetector detector;
    private final IntentTrainer trainer;
    private final Skills skills;
    private final IntentLearning learning;

    @Activate
    public Understanding(
            @Reference LanguageDetector detector,
            @Reference IntentTrainer trainer,
            @Reference Skills skills,
            @Reference IntentLearning learning) {
        this.detector = detector;
        this.trainer = trainer;
        this.skills = skills;
        this.learning = learning;
    }

    LanguageDetector detector() {
        return detector;
    }

    IntentTrainer trainer() {
        return trainer;
    }

    Skills skills() {
        return skills;
    }

    IntentLearning learning() {
        return learning;
    }
}
