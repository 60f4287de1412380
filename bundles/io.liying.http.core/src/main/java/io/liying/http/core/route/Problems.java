package io.liying.http.core.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and writes problem documents. Safe for use by many threads. */
@Component(service = Problems.class)
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Messages messages;
    private final Json json;

    @Activate
    public Problems(@Reference MessageCatalogs catalogs, @Reference Json json) {
        this.json = json;
        messages = catalogs.of(Problems.class);
    }

    /** A problem whose code is a key of the messages. */
    public Problem of(int status, String code, Language language, String path, Map<String, ?> arguments) {
        return of(status, code, language, path, arguments, 0);
    }

    public Problem of(
            int status, String code, Language language, String path, Map<String, ?> arguments, long retrySeconds) {
        String detail = messages.text(language, code, arguments);
        return new Problem(status, code, language, title(status, language), detail, path, retrySeconds);
    }

    /** The exception that a route throws, for what the server itself finds wrong with the request's content. */
    ProblemException exception(int status, String code, Language language, Map<String, ?> arguments) {
        return new ProblemException(status, code, messages.text(language, code, arguments));
    }

    /** A problem that a route has found. */
    public Problem of(ProblemException thrown, Language language, String path) {
        int status = thrown.status();
        String detail = String.valueOf(thrown.getMessage());
        long retry = status == 429 || status == 503 ? 1 : 0;
        return new Problem(
                status, thrown.code(), language, title(status, language), detail, path, retry, thrown.members());
    }

    /** A problem of the container, known by its status only. */
    public Problem ofStatus(int status, Language language, String path) {
        String code = "status." + status;
        String key = messages.has(language, code) ? code : status < 500 ? "status.400" : "status.500";
        long retry = status == 429 || status == 503 ? 1 : 0;
        return new Problem(status, key, language, title(status, language), messages.text(language, key), path, retry);
    }

    /** An error of the server itself: logged with an id, and only the id leaves. */
    public Problem internal(Throwable failure, Language language, String method, String path) {
        String id = UUID.randomUUID().toString();
        log.error("Error {} at {} {}", id, method, path, failure);
        String detail = messages.text(language, "internal.error", Map.of("id", id));
        return new Problem(500, "internal.error", language, title(500, language), detail, "urn:uuid:" + id, 0);
    }

    private String title(int status, Language language) {
        String key = "title." + status;
        if (messages.has(language, key)) {
            return messages.text(language, key);
        }
        return messages.text(language, status < 500 ? "title.400" : "title.500");
    }

    /** The document as JSON. */
    public byte[] document(Problem problem) throws JsonProcessingException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:liying:problem:" + problem.code());
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", problem.detail());
        document.put("code", problem.code());
        document.put("instance", problem.instance());
        problem.members().forEach(document::putIfAbsent);
        return json.write(document);
    }

    /** Writes a problem to a request whose body nobody reads: the connection ends with it, and the client is told so. */
    public void refuse(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            response.setHeader("Connection", "close");
        }
        write(problem, response);
    }

    public void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", problem.language().code());
        response.setHeader("Cache-Control", "no-store");
        if (problem.retrySeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(problem.retrySeconds()));
        }
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"LiYing\"");
        }
        byte[] document = document(problem);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
