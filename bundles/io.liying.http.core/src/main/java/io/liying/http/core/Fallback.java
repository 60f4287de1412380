package io.liying.http.core;

import io.liying.http.api.RequestAttributes;
import io.liying.http.core.route.Problem;
import io.liying.http.core.route.Problems;
import io.liying.i18n.api.Language;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletErrorPage;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Answers where nothing is, and for servlets that failed, with problem documents. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
@HttpWhiteboardServletErrorPage(errorPage = {"4xx", "5xx", "java.lang.Throwable"})
public final class Fallback extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Problems problems;

    @Activate
    public Fallback(@Reference Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language =
                request.getAttribute(RequestAttributes.LANGUAGE) instanceof Language found ? found : Language.ENGLISH;
        problems.write(problem(request, language), response);
    }

    private Problem problem(HttpServletRequest request, Language language) {
        String path = request.getRequestURI();
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return problems.internal(failure, language, request.getMethod(), path);
        }
        if (status instanceof Integer known && known != HttpServletResponse.SC_NOT_FOUND) {
            return problems.ofStatus(known, language, path);
        }
        return problems.of(404, "path.unknown", language, path, Map.of("path", shortened(path)));
    }

    private static String shortened(String path) {
        return path.length() > 200 ? path.substring(0, 200) + '…' : path;
    }
}
