package io.liying.skill.weather;

import io.liying.i18n.api.Language;
import io.liying.network.api.WebException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps places and their weather for a while, so that a service is not asked the same again. Safe for many threads. */
final class KeptWeather implements WeatherSource {

    private record Kept(Report report, Instant at) {}

    private final WeatherSource source;
    private final Clock clock;
    private final Duration longest;
    private final Map<String, Place> places;
    private final Map<Place, Kept> reports;

    KeptWeather(WeatherSource source, Clock clock, Duration longest, int most) {
        this.source = source;
        this.clock = clock;
        this.longest = longest;
        places = new Bounded<>(most);
        reports = new Bounded<>(most);
    }

    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private final int most;

        Bounded(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    @Override
    public String host() {
        return source.host();
    }

    @Override
    public Optional<Place> find(String name, Language language)
            throws WebException, StrangeAnswerException, InterruptedException {
        String key = language.code() + " " + name.toLowerCase(Locale.ROOT);
        synchronized (places) {
            Place kept = places.get(key);
            if (kept != null) {
                return Optional.of(kept);
            }
        }
        Optional<Place> found = source.find(name, language);
        synchronized (places) {
            found.ifPresent(place -> places.put(key, place));
        }
        return found;
    }

    @Override
    public Report report(Place place) throws WebException, StrangeAnswerException, InterruptedException {
        Instant now = clock.instant();
        synchronized (reports) {
            @Nullable Kept kept = reports.get(place);
            if (kept != null && now.isBefore(kept.at().plus(longest))) {
                return kept.report();
            }
        }
        Report report = source.report(place);
        synchronized (reports) {
            reports.put(place, new Kept(report, now));
        }
        return report;
    }
}
