package io.liying.skill.weather;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.Language;
import io.liying.network.api.WebException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** OpenWeatherMap with a key: the weather now, and its forecast for five days in steps of three hours. */
final class OpenWeatherMap implements WeatherSource {

    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    private final Service service;
    private final String base;
    private final String key;

    OpenWeatherMap(Service service, String base, String key) {
        this.service = service;
        this.base = base;
        this.key = key;
    }

    @Override
    public String host() {
        return String.valueOf(URI.create(base).getHost());
    }

    @Override
    public Optional<Place> find(String name, Language language)
            throws WebException, StrangeAnswerException, InterruptedException {
        JsonNode first = service.ask(base, "/geo/1.0/direct", Map.of("q", name, "limit", "1", "appid", key))
                .path(0);
        if (first.isMissingNode()) {
            return Optional.empty();
        }
        String english = first.path("name").asText(name);
        return Optional.of(new Place(
                first.path("local_names").path(language.code()).asText(english),
                Service.number(first, "lat"),
                Service.number(first, "lon")));
    }

    @Override
    public Report report(Place place) throws WebException, StrangeAnswerException, InterruptedException {
        Map<String, String> query = Map.of(
                "lat",
                Double.toString(place.latitude()),
                "lon",
                Double.toString(place.longitude()),
                "units",
                "metric",
                "appid",
                key);
        JsonNode now = service.ask(base, "/data/2.5/weather", query);
        JsonNode steps = service.ask(base, "/data/2.5/forecast", query).path("list");
        try {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) Service.number(now, "timezone"));
            JsonNode main = now.path("main");
            Map<LocalDate, List<JsonNode>> byDay = new TreeMap<>();
            byDay.computeIfAbsent(day(now, offset), date -> new ArrayList<>()).add(now);
            for (JsonNode step : steps) {
                byDay.computeIfAbsent(day(step, offset), date -> new ArrayList<>())
                        .add(step);
            }
            List<Report.Day> days = new ArrayList<>();
            for (Map.Entry<LocalDate, List<JsonNode>> day : byDay.entrySet()) {
                days.add(day(day.getKey(), day.getValue()));
            }
            return new Report(
                    offset,
                    new Report.Now(
                            sky(now),
                            Service.number(main, "temp"),
                            Service.number(main, "feels_like"),
                            Service.number(now.path("wind"), "speed") * KMH_PER_METRE_PER_SECOND),
                    days);
        } catch (DateTimeException | IllegalArgumentException strange) {
            throw new StrangeAnswerException("no weather: " + strange.getMessage(), strange);
        }
    }

    private static LocalDate day(JsonNode step, ZoneOffset offset) throws StrangeAnswerException {
        return Instant.ofEpochSecond((long) Service.number(step, "dt"))
                .atOffset(offset)
                .toLocalDate();
    }

    private static Sky sky(JsonNode step) throws StrangeAnswerException {
        return Sky.ofOpenWeatherMap((int) Service.number(step.path("weather").path(0), "id"));
    }

    private static Report.Day day(LocalDate date, List<JsonNode> steps) throws StrangeAnswerException {
        Sky worst = Sky.CLEAR;
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        double chance = 0;
        double rain = 0;
        for (JsonNode step : steps) {
            Sky sky = sky(step);
            worst = sky.compareTo(worst) > 0 ? sky : worst;
            low = Math.min(low, Service.number(step.path("main"), "temp_min"));
            high = Math.max(high, Service.number(step.path("main"), "temp_max"));
            chance = Math.max(chance, step.path("pop").asDouble(0));
            rain += step.path("rain").path("3h").asDouble(0)
                    + step.path("snow").path("3h").asDouble(0);
        }
        return new Report.Day(date, worst, low, high, (int) Math.round(chance * 100), rain);
    }
}
