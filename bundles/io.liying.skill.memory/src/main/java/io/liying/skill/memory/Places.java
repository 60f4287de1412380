package io.liying.skill.memory;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds the city that a person wrote into a form. */
@Component(service = Places.class)
public final class Places {

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<EntityExtractor> extractors;

    private final Supplier<ZonedDateTime> now;

    @Activate
    @SuppressWarnings("NullAway.Init") // declarative services set the field before the activation
    public Places(@Reference Clock clock) {
        now = () -> ZonedDateTime.now(clock);
    }

    Places(Clock clock, List<EntityExtractor> extractors) {
        now = () -> ZonedDateTime.now(clock);
        this.extractors = extractors;
    }

    /** The city that is the whole text, in the language of the page or else in any other. */
    Optional<Entity> city(String text, Language first) {
        return Stream.concat(Stream.of(first), Stream.of(Language.values()).filter(other -> other != first))
                .flatMap(language ->
                        extractors.stream().flatMap(extractor -> extractor.extract(text, language, now.get()).stream()))
                .filter(entity ->
                        entity.type().equals(Entity.CITY) && entity.start() == 0 && entity.end() == text.length())
                .findFirst();
    }
}
