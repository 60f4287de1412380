package io.liying.http.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liying.http.core.route.Problem;
import io.liying.http.core.route.Problems;
import io.liying.i18n.api.Language;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Problem documents for what Jetty itself refuses, such as a malformed request line, instead of its own pages. */
final class ContainerErrors extends ErrorHandler {

    private static final String PROBLEM = "application/problem+json";

    private final Problems problems;
    private final AcceptedLanguages languages = new AcceptedLanguages();

    ContainerErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Language language = languages.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        int status = response.getStatus();
        byte[] document = problems.document(problem(request, status, language));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, PROBLEM);
        headers.put(HttpHeader.CONTENT_LANGUAGE, language.code());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CONTENT_LENGTH, document.length);
        response.write(true, ByteBuffer.wrap(document), callback);
        return true;
    }

    private Problem problem(Request request, int status, Language language) {
        String path = request.getHttpURI().getPath();
        String known = path == null || path.equals("/badMessage") || path.equals("/badURI") ? "" : path;
        Object failure = request.getAttribute(ERROR_EXCEPTION);
        if (status >= 500 && failure instanceof Throwable thrown) {
            return problems.internal(thrown, language, request.getMethod(), known);
        }
        return status == 404
                ? problems.of(404, "path.unknown", language, known, Map.of("path", known))
                : problems.ofStatus(status, language, known);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        fields.put(new HttpField(HttpHeader.CONTENT_TYPE, PROBLEM));
        try {
            return ByteBuffer.wrap(problems.document(problems.ofStatus(status, Language.ENGLISH, "")));
        } catch (JsonProcessingException impossible) {
            return ByteBuffer.wrap("{}".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
