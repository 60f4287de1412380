package io.liying.http.plugins;

import io.liying.http.api.RequestAttributes;
import io.liying.plugin.api.Plugins;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Sends the files of plugins' browser panels. A panel runs in a frame without an origin: it can neither read the app's
 * page nor call the server, it only loads its own files and talks with the app by messages. A browser takes those files
 * for ones of a foreign page, so they are sent only while the app shows the panel.
 */
@Component(service = Servlet.class)
@RequireHttpWhiteboard
@HttpWhiteboardServletPattern("/plugins/*")
public final class PanelFiles extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Duration SHOWN = Duration.ofHours(1);

    private static final String CONTENT =
            "sandbox allow-scripts; default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' data: blob:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final transient Plugins plugins;
    private final transient Clock clock;
    private final transient Map<String, Instant> shown = new ConcurrentHashMap<>();

    @Activate
    public PanelFiles(@Reference Plugins plugins, @Reference Clock clock) {
        this.plugins = plugins;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // "/dice/panel/js/panel.js"
        String[] parts = Optional.ofNullable(request.getPathInfo())
                .orElse("/")
                .substring(1)
                .split("/", 3);
        boolean isPanel = parts.length == 3 && parts[1].equals("panel") && isPlain(parts[2]);
        Optional<byte[]> file = isPanel ? plugins.panelFile(parts[0], parts[2]) : Optional.empty();
        boolean isChecked = request.getAttribute(RequestAttributes.PERSON) != null;
        if (file.isEmpty() || !isChecked || !isAskedByApp(request, parts[0])) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader(
                "Permissions-Policy", "microphone=(), camera=(), geolocation=(), payment=(), usb=(), midi=()");
        response.setHeader("Cache-Control", "no-store");
        if ("null".equals(request.getHeader("Origin"))) {
            response.setHeader("Access-Control-Allow-Origin", "null");
        }
        response.setContentType(mediaType(parts[2]));
        response.setContentLength(file.get().length);
        response.getOutputStream().write(file.get());
    }

    /** Whether the app's page asks, or a panel that it showed not long ago. */
    private boolean isAskedByApp(HttpServletRequest request, String plugin) {
        Instant now = clock.instant();
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null || site.equals("same-origin") || site.equals("none")) {
            shown.put(plugin, now);
            return true;
        }
        Instant last = shown.get(plugin);
        return last != null && now.isBefore(last.plus(SHOWN)) && !"iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean isPlain(String path) {
        return !path.isEmpty()
                && path.indexOf('\\') < 0
                && !path.startsWith("/")
                && !path.contains("//")
                && !("/" + path + "/").contains("/../")
                && !("/" + path + "/").contains("/./");
    }

    private static String mediaType(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
