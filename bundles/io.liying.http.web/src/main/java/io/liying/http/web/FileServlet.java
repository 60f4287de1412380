package io.liying.http.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends the browser app's files. A browser keeps them and asks each time whether they have changed, so that a new
 * version of the bundle shows at the next load.
 */
final class FileServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient StaticFiles files;

    FileServlet(StaticFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StaticFile> found = files.find(path(request));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        StaticFile file = found.get();
        response.setHeader("ETag", file.entityTag());
        response.setHeader("Cache-Control", "no-cache");
        if (isKnown(request, file)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.mediaType());
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        return path.isEmpty() ? "/" : path;
    }

    /** The tag stands alone or in a list, perhaps marked as weak by a proxy; the quotes make it unmistakable. */
    private static boolean isKnown(HttpServletRequest request, StaticFile file) {
        String known = request.getHeader("If-None-Match");
        return known != null && known.contains(file.entityTag());
    }
}
