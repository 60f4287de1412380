package io.liying.http.core.gate;

import io.liying.http.core.gate.Verdict.Admitted;
import io.liying.http.core.gate.Verdict.Refused;
import io.liying.security.api.Authenticator;
import io.liying.security.api.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Decides who comes in. A new configuration counts from the next request on. Safe for use by many threads. */
@Component(service = Gate.class, configurationPid = "io.liying.security")
@Designate(ocd = SecurityConfig.class)
public final class Gate {

    /** How a browser, which cannot set headers for a socket, shows a token: as a subprotocol with this beginning. */
    private static final String SOCKET_TOKEN = "bearer.";

    private static final Admitted OWNER = new Admitted(new Person(Person.OWNER, false));
    private static final Admitted NOBODY = new Admitted(new Person("", false));

    private record Rules(Hosts hosts, Origins origins, ClientRates remote, ClientRates local, int concurrent) {}

    private final Authenticator authenticator;
    private final Clock clock;
    private volatile Rules rules;

    @Activate
    public Gate(@Reference Authenticator authenticator, @Reference Clock clock, SecurityConfig config) {
        this.authenticator = authenticator;
        this.clock = clock;
        this.rules = rules(config, clock);
    }

    @Modified
    void modified(SecurityConfig config) {
        rules = rules(config, clock);
    }

    private static Rules rules(SecurityConfig config, Clock clock) {
        return new Rules(
                new Hosts(config.allowed_hosts()),
                new Origins(config.allowed_origins()),
                new ClientRates(config.rate_per_minute(), clock),
                new ClientRates(config.local_rate_per_minute(), clock),
                config.concurrent_requests());
    }

    /** Looks at a request; a page that the owner allowed gets the headers with which a browser lets it read the answer. */
    public Verdict admit(HttpServletRequest request, HttpServletResponse response) {
        Rules now = rules;
        String host = request.getHeader("Host");
        if (!now.hosts.allows(host, request.getLocalAddr())) {
            return Refused.forever(403, "host.forbidden", Map.of("host", host == null ? "" : shortened(host)));
        }
        switch (now.origins.kind(request)) {
            case FOREIGN -> {
                if (isPanelFile(request)) {
                    break;
                }
                String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("cross-site");
                return Refused.forever(403, "origin.forbidden", Map.of("origin", shortened(origin)));
            }
            case ALLOWED -> allowReading(request, response);
            case OWN -> {
                // nothing to add
            }
        }
        Client client = Client.of(request);
        long wait = (client.local() ? now.local : now.remote).take(client.key());
        if (wait > 0) {
            return new Refused(429, "rate.limited", Map.of("seconds", wait), wait);
        }
        return person(request, client);
    }

    /**
     * A plugin's panel is shown in a frame without an origin, so that browsers take the files that it loads for those of
     * a foreign page. Whoever serves them decides whether a frame of the app's own asked for them.
     */
    private static boolean isPanelFile(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        int id = "/plugins/".length();
        return path.startsWith("/plugins/")
                && path.startsWith("/panel/", path.indexOf('/', id))
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    private Verdict person(HttpServletRequest request, Client client) {
        String token = token(request);
        if (token == null) {
            return client.local() ? OWNER : NOBODY;
        }
        Optional<Person> known = authenticator.byToken(token);
        return known.isPresent() ? new Admitted(known.get()) : Refused.forever(401, "token.wrong", Map.of());
    }

    private static @Nullable String token(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                    ? authorization.substring(7).strip()
                    : "";
        }
        String protocols = request.getHeader("Sec-WebSocket-Protocol");
        int start = protocols == null ? -1 : protocols.indexOf(SOCKET_TOKEN);
        if (protocols == null || start < 0) {
            return null;
        }
        int end = protocols.indexOf(',', start);
        return protocols
                .substring(start + SOCKET_TOKEN.length(), end < 0 ? protocols.length() : end)
                .strip();
    }

    private static void allowReading(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
        response.addHeader("Vary", "Origin");
        if (request.getHeader("Access-Control-Request-Method") != null) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, Accept-Language");
            response.setHeader("Access-Control-Max-Age", "600");
        }
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + '…' : text;
    }

    /** How many requests may be in work at once. */
    public int concurrentRequests() {
        return rules.concurrent;
    }
}
