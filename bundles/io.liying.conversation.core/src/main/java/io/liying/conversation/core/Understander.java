package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Contacts;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.api.LanguageGuess;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the stages of understanding use. The fields are not final: a better detector takes the place of the old one, and
 * extractors come and go, between two calls, and no turn notices.
 */
@Component(service = Understander.class)
public final class Understander {

    private static final Set<String> ADDRESSES = Set.of(Entity.EMAIL, Entity.URL, Entity.PHONE);

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile LanguageDetector languages;

    @Reference(
            cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<EntityExtractor> extractors;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Contacts> contacts;

    @Activate
    @SuppressWarnings("NullAway.Init") // declarative services set the fields before the activation
    public Understander() {}

    Understander(LanguageDetector languages, EntityExtractor extractor) {
        this(languages, List.of(extractor), List.of());
    }

    Understander(LanguageDetector languages, List<EntityExtractor> extractors, List<Contacts> contacts) {
        this.languages = languages;
        this.extractors = extractors;
        this.contacts = contacts;
    }

    LanguageGuess language(String text, Language expected) {
        return languages.detect(text, expected);
    }

    /** What all extractors find and whom of a person's contacts she names, in the order of their start. */
    List<Entity> entities(String text, Language language, ZonedDateTime now, String personId) {
        List<Entity> people = new ArrayList<>();
        for (Contacts known : contacts) {
            people.addAll(ContactNames.find(text, known.of(personId)));
        }
        return sorted(extracted(text, language, now), people);
    }

    /** What all extractors find, in the order of their start. */
    List<Entity> entities(String text, Language language, ZonedDateTime now) {
        return sorted(extracted(text, language, now), List.of());
    }

    private List<Entity> extracted(String text, Language language, ZonedDateTime now) {
        List<Entity> found = new ArrayList<>();
        for (EntityExtractor extractor : extractors) {
            found.addAll(extractor.extract(text, language, now));
        }
        return found;
    }

    /** Nothing is found inside an address. */
    private static List<Entity> sorted(List<Entity> extracted, List<Entity> people) {
        List<Entity> found = new ArrayList<>(extracted);
        found.addAll(people);
        List<Entity> addresses = found.stream()
                .filter(entity -> ADDRESSES.contains(entity.type()))
                .toList();
        found.removeIf(entity -> addresses.stream().anyMatch(address -> isInside(entity, address)));
        found.sort(Comparator.comparingInt(Entity::start));
        return List.copyOf(found);
    }

    private static boolean isInside(Entity entity, Entity address) {
        return entity != address && entity.start() >= address.start() && entity.end() <= address.end();
    }
}
