package io.liying.http.api;

import java.util.List;
import java.util.Map;

/**
 * One operation of the API; also its description in {@code /openapi.json}.
 *
 * @param method such as {@code GET}
 * @param path with names in braces: {@code /api/v1/sessions/{id}}
 * @param access who may call it
 * @param summary one sentence in English
 * @param parameters query parameters by name, with a sentence each
 * @param requestBody a JSON schema as maps, or for other media types than JSON one entry {@code content} as OpenAPI has it;
 *     empty if there is no body
 * @param responses what comes back by status, with a sentence each
 * @param handler answers
 */
public record Route(
        String method,
        String path,
        Access access,
        String summary,
        Map<String, String> parameters,
        Map<String, Object> requestBody,
        Map<Integer, String> responses,
        Handler handler) {

    /** Who may call. */
    public enum Access {
        /** Anyone who reaches the server: only facts without people's data. */
        PUBLIC,
        /** A known person. */
        PERSON,
        /** With the administrator's token. */
        ADMINISTRATOR
    }

    /** Answers requests; many threads may call it at once. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Answers.
         *
         * @throws ProblemException to answer with a problem document
         * @throws Exception anything else is logged and answered as an internal error without details
         */
        Response handle(Request request) throws Exception;
    }

    public Route {
        parameters = Map.copyOf(parameters);
        requestBody = Map.copyOf(requestBody);
        responses = Map.copyOf(responses);
    }

    /** The names in braces of {@link #path}. */
    public List<String> pathParameters() {
        return java.util.regex.Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
