package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds countries, and cities of a GeoNames file if one is configured. The file is read beside the first turn, which does not
 * wait for it.
 */
@Component(service = EntityExtractor.class, configurationPid = "io.liying.nlu")
@Designate(ocd = PlaceConfig.class)
public final class PlaceEntityExtractor implements EntityExtractor {

    private static final Logger log = LoggerFactory.getLogger(PlaceEntityExtractor.class);
    private static final int MOST_CHARACTERS = 10_000;
    private static final double LIKELY = 0.8;

    private final Countries countries = new Countries();
    private final String file;
    private final int limit;
    private final Executor background;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Names<GeoNames.Place> places = new Names<>();

    @Activate
    public PlaceEntityExtractor(PlaceConfig config) {
        this(
                config.geonames_file(),
                config.geonames_limit(),
                task -> Thread.ofVirtual().name("geonames").start(task));
    }

    PlaceEntityExtractor(String file, int limit, Executor background) {
        if (limit < 1) {
            throw new IllegalArgumentException("nlu: geonames_limit is " + limit + "; it must be at least 1");
        }
        this.file = file.strip();
        this.limit = limit;
        this.background = background;
    }

    @Override
    public List<Entity> extract(String text, Language language, ZonedDateTime reference) {
        if (!file.isEmpty() && !asked.getAndSet(true)) {
            background.execute(this::read);
        }
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String folded = Folding.fold(bounded);
        List<Entity> found = new ArrayList<>(countries.find(bounded, folded, language));
        places.find(folded, language, (start, end, place) -> {
            char first = bounded.charAt(start);
            if (!Character.isLowerCase(first)) {
                found.add(city(bounded.substring(start, end), start, end, place));
            }
        });
        return found;
    }

    private static Entity city(String words, int start, int end, GeoNames.Place place) {
        Map<String, String> attributes =
                Map.of("country", place.country(), "latitude", place.latitude(), "longitude", place.longitude());
        return new Entity(Entity.CITY, place.zone(), words, start, end, LIKELY, List.of(), attributes);
    }

    private void read() {
        try {
            places = GeoNames.read(Path.of(file), limit);
            log.info("{} names of places are known from {}", places.size(), file);
        } catch (RuntimeException failure) {
            log.error("Places are not known: {}", failure.getMessage());
        }
    }
}
