package io.liying.skill.weather;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebException;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import io.liying.skill.weather.WeatherSource.StrangeAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Tells the weather. */
@Component(configurationPid = "io.liying.skills")
@Designate(ocd = WeatherConfig.class)
public final class WeatherSkill implements Skill {

    private final WebClient client;
    private final Clock clock;
    private final WeatherTexts texts;
    private final SkillDescription description;
    private final Words words = Words.beside(WeatherSkill.class);
    private volatile Settings settings;

    /** What the configuration comes to. */
    private record Settings(boolean allowed, boolean needsKey, String place, WeatherSource source) {}

    @Activate
    public WeatherSkill(
            WeatherConfig config,
            @Reference MessageCatalogs catalogs,
            @Reference WebClient client,
            @Reference Clock clock) {
        this.client = client;
        this.clock = clock;
        Messages messages = catalogs.of(WeatherSkill.class);
        texts = new WeatherTexts(messages);
        description = SkillDescription.read("weather", WeatherSkill.class, messages);
        settings = settings(config);
    }

    @Modified
    void modified(WeatherConfig config) {
        settings = settings(config);
    }

    private Settings settings(WeatherConfig config) {
        Service service = new Service(client, Duration.ofSeconds(config.weather_seconds()));
        boolean keyed = config.weather_service().equals("openweathermap");
        WeatherSource source = keyed
                ? new OpenWeatherMap(service, config.weather_openweathermap_url(), config._weather_key())
                : new OpenMeteo(service, config.weather_openmeteo_url(), config.weather_places_url());
        return new Settings(
                config.weather_network(),
                keyed && config._weather_key().isBlank(),
                config.weather_place().strip(),
                new KeptWeather(
                        source,
                        clock,
                        Duration.ofMinutes(config.weather_cache_minutes()),
                        config.weather_cache_places()));
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) throws SkillException, InterruptedException {
        Settings current = settings;
        Language language = request.language();
        String host = current.source().host();
        if (!current.allowed()) {
            return SkillAnswer.of(said(request).text(language, "off", Map.of("host", host)));
        }
        if (current.needsKey()) {
            return SkillAnswer.of(said(request).text(language, "key.missing", Map.of()));
        }
        Optional<String> name = AskedPlace.of(request, words)
                .or(() -> Optional.of(current.place()).filter(place -> !place.isEmpty()));
        if (name.isEmpty()) {
            return SkillAnswer.ask("place", said(request).text(language, "ask.place", Map.of()));
        }
        try {
            Optional<Place> place = current.source().find(name.get(), language);
            return place.isEmpty()
                    ? SkillAnswer.of(said(request).text(language, "unknown.place", Map.of("place", name.get())))
                    : told(request, place.get(), current.source());
        } catch (WebException failure) {
            String key = failure.reason() == WebException.Reason.TIMEOUT
                    ? "failed.timeout"
                    : failure.reason() == WebException.Reason.TOO_LARGE ? "failed.strange" : "failed.unreachable";
            throw new SkillException(said(request).text(language, key, Map.of("host", host)), failure);
        } catch (StrangeAnswerException failure) {
            throw new SkillException(said(request).text(language, "failed.strange", Map.of("host", host)), failure);
        }
    }

    private SkillAnswer told(SkillRequest request, Place place, WeatherSource source)
            throws WebException, StrangeAnswerException, InterruptedException {
        Report report = source.report(place);
        Language language = request.language();
        LocalDate today = request.now().withZoneSameInstant(report.offset()).toLocalDate();
        AskedDays asked = AskedDays.of(request, words);
        if (asked instanceof AskedDays.Days days) {
            List<Report.Day> known = report.days().stream()
                    .filter(day ->
                            !day.date().isBefore(days.first()) && !day.date().isAfter(days.last()))
                    .toList();
            if (known.isEmpty()) {
                return beyond(request, place, report);
            }
            String key = days.weekend() ? "forecast.weekend" : "forecast.week";
            return SkillAnswer.of(said(request).days(language, key, place, known), data(source, place, report, known));
        }
        boolean now = asked instanceof AskedDays.Now;
        LocalDate date = asked instanceof AskedDays.Day(LocalDate wanted)
                        && !wanted.equals(request.now().toLocalDate())
                ? wanted
                : today;
        Optional<Report.Day> known = report.on(date);
        if (known.isEmpty() && !(now && !request.intent().equals("weather.rain"))) {
            return beyond(request, place, report);
        }
        String text = switch (request.intent()) {
            case "weather.forecast" ->
                now
                        ? said(request).now(language, place, report)
                        : said(request).day(language, "forecast.day", place, known.orElseThrow(), today);
            case "weather.rain" -> said(request).rain(language, place, known.orElseThrow(), today);
            case "weather.temperature" ->
                now
                        ? said(request).temperatureNow(language, place, report)
                        : said(request).day(language, "temperature.day", place, known.orElseThrow(), today);
            default -> throw new IllegalArgumentException("the weather knows no intent " + request.intent());
        };
        return SkillAnswer.of(text, data(source, place, report, known.stream().toList()));
    }

    private SkillAnswer beyond(SkillRequest request, Place place, Report report) {
        Language language = request.language();
        return SkillAnswer.of(said(request)
                .text(
                        language,
                        "beyond",
                        Map.of("place", place.name(), "days", report.days().size())));
    }

    private static Map<String, Object> data(WeatherSource source, Place place, Report report, List<Report.Day> days) {
        return Map.of(
                "place", place.name(),
                "source", source.host(),
                "temperature", report.now().temperature(),
                "days",
                        days.stream()
                                .map(day -> Map.of(
                                        "date", day.date().toString(),
                                        "sky", day.sky().name(),
                                        "low", day.low(),
                                        "high", day.high(),
                                        "rain_chance", day.rainChance(),
                                        "rain_mm", day.rain()))
                                .toList());
    }

    /** The texts in the person's formality. */
    private WeatherTexts said(SkillRequest request) {
        return texts.in(request.person().formality());
    }
}
