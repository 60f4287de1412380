package io.liying.skill.weather;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

@ObjectClassDefinition(name = "Weather", description = "Where the weather comes from.")
@interface WeatherConfig {

    @AttributeDefinition(
            name = "Weather from the network",
            description = "Whether the weather service may be asked: it learns the places whose weather people want.")
    boolean weather_network() default false;

    @AttributeDefinition(
            name = "Weather service",
            description = "Which service is asked; OpenWeatherMap needs a key.",
            options = {@Option("open-meteo"), @Option("openweathermap")})
    String weather_service() default "open-meteo";

    @AttributeDefinition(name = "Weather key", description = "The key for OpenWeatherMap; a secret.", required = false)
    String _weather_key() default "";

    @AttributeDefinition(
            name = "Place",
            description = "The place that is meant when nobody names one, such as Seoul; empty asks.",
            required = false)
    String weather_place() default "";

    @AttributeDefinition(name = "Address of Open-Meteo", description = "For forecasts.")
    String weather_openmeteo_url() default "https://api.open-meteo.com";

    @AttributeDefinition(name = "Address of Open-Meteo's places", description = "For finding places by name.")
    String weather_places_url() default "https://geocoding-api.open-meteo.com";

    @AttributeDefinition(name = "Address of OpenWeatherMap", description = "For forecasts and places.")
    String weather_openweathermap_url() default "https://api.openweathermap.org";

    @AttributeDefinition(
            name = "Weather time limit",
            description = "Seconds that the service may take for an answer.",
            min = "1",
            max = "60")
    int weather_seconds() default 8;

    @AttributeDefinition(
            name = "Age of weather",
            description = "Minutes after which the service is asked again for a place.",
            min = "0",
            max = "1440")
    int weather_cache_minutes() default 15;

    @AttributeDefinition(
            name = "Places kept",
            description = "Places whose weather is kept in memory.",
            min = "1",
            max = "100000")
    int weather_cache_places() default 256;
}
