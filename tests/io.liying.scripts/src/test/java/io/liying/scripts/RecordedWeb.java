package io.liying.scripts;

import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebRequest;
import java.util.Map;

/** Answers as the remote services do that the skills ask, without a network. */
final class RecordedWeb implements WebClient {

    private static final Map<String, String> SEOUL =
            Map.of("ko", "서울", "en", "Seoul", "zh", "首尔", "ja", "ソウル", "es", "Seúl", "fr", "Séoul", "de", "Seoul");

    @Override
    public WebAnswer send(WebRequest request) {
        String address = request.address().toString();
        return switch (request.address().getPath()) {
            case "/v1/search" ->
                new WebAnswer(
                        200,
                        "{\"results\":[{\"name\":\"%s\",\"latitude\":37.566,\"longitude\":126.9784}]}"
                                .formatted(SEOUL.get(address.replaceAll(".*language=(..).*", "$1"))));
            case "/v1/forecast" ->
                new WebAnswer(
                        200,
                        "{\"utc_offset_seconds\":32400,\"current\":{\"temperature_2m\":8.4,"
                                + "\"apparent_temperature\":5.6,\"weather_code\":2,\"wind_speed_10m\":11.2},"
                                + "\"daily\":{\"time\":[\"2026-11-21\",\"2026-11-22\",\"2026-11-23\"],"
                                + "\"weather_code\":[2,61,73],\"temperature_2m_max\":[9.6,7.5,1.2],"
                                + "\"temperature_2m_min\":[2.1,3.4,-3.3],\"precipitation_probability_max\":[10,80,70],"
                                + "\"precipitation_sum\":[0.0,6.3,4.0]}}");
            case "/search" ->
                new WebAnswer(
                        200,
                        "{\"results\":[{\"title\":\"A good loaf\",\"url\":\"https://bread.example/loaf\","
                                + "\"content\":\"Flour and water\"}]}");
            default -> new WebAnswer(404, "");
        };
    }
}
