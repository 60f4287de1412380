package io.liying.http.core.docs;

import io.liying.http.api.Resource;
import io.liying.http.api.Response;
import io.liying.http.api.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The page that shows the API to people; it reads {@code /openapi.json}. */
@Component
public final class Documentation implements Resource {

    @Activate
    public Documentation() {}

    @Override
    public List<Route> routes() {
        return List.of(
                file("/docs", "docs.html", "text/html", "This documentation as a page."),
                file("/docs/docs.js", "docs.js", "text/javascript", "The page's script."),
                file("/docs/texts.js", "texts.js", "text/javascript", "The page's words in seven languages."),
                file("/docs/docs.css", "docs.css", "text/css", "The page's style."));
    }

    private static Route file(String path, String name, String mediaType, String summary) {
        return new Route(
                "GET",
                path,
                Route.Access.PUBLIC,
                summary,
                Map.of(),
                Map.of(),
                Map.of(200, "The file."),
                request -> new Response.Text(200, mediaType, read(name)));
    }

    private static String read(String name) throws IOException {
        try (InputStream file = Documentation.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException(name + " is missing in the bundle");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
