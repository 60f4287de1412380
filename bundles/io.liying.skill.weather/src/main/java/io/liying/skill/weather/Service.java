package io.liying.skill.weather;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liying.network.api.WebAnswer;
import io.liying.network.api.WebClient;
import io.liying.network.api.WebException;
import io.liying.network.api.WebRequest;
import io.liying.skill.weather.WeatherSource.StrangeAnswerException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks a service for JSON and checks what comes. */
final class Service {

    private static final int MOST_BYTES = 500_000;
    private static final int SHOWN = 100;

    private final WebClient client;
    private final Duration limit;
    /** Loads Jackson when it is first needed, not when LiYing starts. */
    private static final class Json {

        static final ObjectMapper MAPPER = new ObjectMapper();
    }

    Service(WebClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    JsonNode ask(String base, String path, Map<String, String> query)
            throws WebException, StrangeAnswerException, InterruptedException {
        WebRequest request =
                new WebRequest(WebRequest.address(base, path, query), Map.of(), Optional.empty(), limit, MOST_BYTES);
        WebAnswer answer = client.send(request);
        if (!answer.succeeded()) {
            throw new StrangeAnswerException("status " + answer.status() + " for " + path);
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(answer.body());
            if (tree != null && (tree.isObject() || tree.isArray())) {
                return tree;
            }
        } catch (JsonProcessingException malformed) {
            throw new StrangeAnswerException("no JSON for " + path, malformed);
        }
        throw new StrangeAnswerException("no JSON object for " + path);
    }

    /** A number that must be there. */
    static double number(JsonNode tree, String name) throws StrangeAnswerException {
        JsonNode value = tree.path(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new StrangeAnswerException("no number " + name + " but " + shown(value));
        }
        return value.doubleValue();
    }

    /** A number of a list that must be there. */
    static double number(JsonNode tree, String name, int index) throws StrangeAnswerException {
        JsonNode value = tree.path(name).path(index);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new StrangeAnswerException("no number " + name + "[" + index + "] but " + shown(value));
        }
        return value.doubleValue();
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
