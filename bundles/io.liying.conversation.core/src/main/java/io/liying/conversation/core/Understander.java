package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.api.LanguageGuess;
import java.time.ZonedDateTime;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the stages of understanding use. The fields are not final: a better detector or extractor takes the place of the
 * old one between two calls, and no turn notices.
 */
@Component(service = Understander.class)
public final class Understander {

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile LanguageDetector languages;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile EntityExtractor extractor;

    @Activate
    @SuppressWarnings("NullAway.Init") // declarative services set the mandatory fields before the activation
    public Understander() {}

    Understander(LanguageDetector languages, EntityExtractor extractor) {
        this.languages = languages;
        this.extractor = extractor;
    }

    LanguageGuess language(String text, Language expected) {
        return languages.detect(text, expected);
    }

    List<Entity> entities(String text, Language language, ZonedDateTime now) {
        return extractor.extract(text, language, now);
    }
}
