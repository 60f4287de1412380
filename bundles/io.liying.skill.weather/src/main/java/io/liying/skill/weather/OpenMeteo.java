package io.liying.skill.weather;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.Language;
import io.liying.network.api.WebException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open-Meteo, which needs no key. */
final class OpenMeteo implements WeatherSource {

    private static final int DAYS = 10;

    private final Service service;
    private final String forecasts;
    private final String places;

    OpenMeteo(Service service, String forecasts, String places) {
        this.service = service;
        this.forecasts = forecasts;
        this.places = places;
    }

    @Override
    public String host() {
        return String.valueOf(URI.create(forecasts).getHost());
    }

    @Override
    public Optional<Place> find(String name, Language language)
            throws WebException, StrangeAnswerException, InterruptedException {
        JsonNode found = service.ask(
                places,
                "/v1/search",
                Map.of("name", name, "count", "1", "language", language.code(), "format", "json"));
        JsonNode first = found.path("results").path(0);
        return first.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Place(
                        first.path("name").asText(name),
                        Service.number(first, "latitude"),
                        Service.number(first, "longitude")));
    }

    @Override
    public Report report(Place place) throws WebException, StrangeAnswerException, InterruptedException {
        JsonNode tree = service.ask(
                forecasts,
                "/v1/forecast",
                Map.of(
                        "latitude",
                        Double.toString(place.latitude()),
                        "longitude",
                        Double.toString(place.longitude()),
                        "current",
                        "temperature_2m,apparent_temperature,weather_code,wind_speed_10m",
                        "daily",
                        "weather_code,temperature_2m_max,temperature_2m_min,precipitation_probability_max,"
                                + "precipitation_sum",
                        "timezone",
                        "auto",
                        "forecast_days",
                        Integer.toString(DAYS)));
        try {
            JsonNode now = tree.path("current");
            JsonNode daily = tree.path("daily");
            List<Report.Day> days = new ArrayList<>();
            for (int i = 0; i < daily.path("time").size(); i++) {
                days.add(new Report.Day(
                        LocalDate.parse(daily.path("time").path(i).asText()),
                        Sky.ofWmo((int) Service.number(daily, "weather_code", i)),
                        Service.number(daily, "temperature_2m_min", i),
                        Service.number(daily, "temperature_2m_max", i),
                        (int) Service.number(daily, "precipitation_probability_max", i),
                        Service.number(daily, "precipitation_sum", i)));
            }
            return new Report(
                    ZoneOffset.ofTotalSeconds((int) Service.number(tree, "utc_offset_seconds")),
                    new Report.Now(
                            Sky.ofWmo((int) Service.number(now, "weather_code")),
                            Service.number(now, "temperature_2m"),
                            Service.number(now, "apparent_temperature"),
                            Service.number(now, "wind_speed_10m")),
                    days);
        } catch (DateTimeException | IllegalArgumentException strange) {
            throw new StrangeAnswerException("no weather: " + strange.getMessage(), strange);
        }
    }
}
