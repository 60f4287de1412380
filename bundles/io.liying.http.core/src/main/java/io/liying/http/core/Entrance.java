package io.liying.http.core;

import io.liying.http.api.RequestAttributes;
import io.liying.http.core.gate.Gate;
import io.liying.http.core.gate.Verdict.Admitted;
import io.liying.http.core.gate.Verdict.Refused;
import io.liying.http.core.route.Problem;
import io.liying.http.core.route.Problems;
import io.liying.http.core.route.Router;
import io.liying.http.core.route.Routes;
import io.liying.http.core.route.Traffic;
import io.liying.i18n.api.Language;
import io.liying.monitor.api.Meters;
import io.liying.runtime.api.Drain;
import io.liying.runtime.api.Startup;
import io.liying.security.api.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Sees every request first, those of servlets and sockets included: lets the gate decide, answers the ones that have a
 * route, and passes the others on.
 */
@Component(
        service = {Preprocessor.class, Drain.class},
        configurationPid = "io.liying.api")
public final class Entrance implements Preprocessor, Drain {

    private static final String SERVLET = "servlet";

    /** How long a request waits for bundles that start after LiYing said that it is ready. */
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private final Gate gate;
    private final Routes routes;
    private final Problems problems;
    private final AcceptedLanguages languages = new AcceptedLanguages();
    private final Traffic traffic = new Traffic();
    private volatile Router router;
    private volatile @Nullable RequestMeters meters;
    private volatile @Nullable Startup startup;

    @Activate
    public Entrance(@Reference Gate gate, @Reference Routes routes, @Reference Problems problems, ApiConfig config) {
        this.gate = gate;
        this.routes = routes;
        this.problems = problems;
        this.router = router(config);
    }

    /** Requests in work go on under the limits that they began with. */
    @Modified
    void modified(ApiConfig config) {
        router = router(config);
    }

    private Router router(ApiConfig config) {
        Duration bodyTime = Duration.ofSeconds(config.body_seconds());
        return new Router(routes, problems, traffic, config.max_body_bytes(), bodyTime);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setMeters(Meters service) {
        meters = new RequestMeters(service);
    }

    void unsetMeters(Meters service) {
        meters = null;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setStartup(Startup service) {
        startup = service;
    }

    void unsetStartup(Startup service) {
        startup = null;
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        long start = System.nanoTime();
        String route = serve(request, response, chain);
        RequestMeters measuring = meters;
        if (measuring != null) {
            measuring.answered(request.getMethod(), route, response.getStatus(), System.nanoTime() - start);
        }
    }

    private String serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.apply(response);
        Language language = languages.of(request.getHeader("Accept-Language"));
        String path = path(request);
        return switch (gate.admit(request, response)) {
            case Refused(int status, String code, Map<String, Object> arguments, long retry) ->
                refuse(problems.of(status, code, language, path, arguments, retry), request, response);
            case Admitted(Person person) ->
                switch (traffic.begin(gate.concurrentRequests())) {
                    case TOO_MANY ->
                        refuse(problems.of(503, "server.busy", language, path, Map.of(), 1), request, response);
                    case STOPPING ->
                        refuse(problems.of(503, "server.stopping", language, path, Map.of(), 1), request, response);
                    case BEGUN -> {
                        try {
                            yield inside(request, response, chain, person, language, path);
                        } finally {
                            traffic.end();
                        }
                    }
                };
        };
    }

    private String inside(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Person person,
            Language language,
            String path)
            throws IOException, ServletException {
        if (isPreflight(request, response)) {
            response.setStatus(204);
            return SERVLET;
        }
        awaitStart(path);
        Optional<String> route = router.serve(request, response, person, language, path);
        if (route.isPresent()) {
            return route.get();
        }
        if (request.getMethod().equals("TRACE")) {
            // a servlet would send the request's headers back, tokens included
            Map<String, String> arguments = Map.of("method", "TRACE", "allowed", "GET");
            return refuse(problems.of(405, "method.unsupported", language, path, arguments), request, response);
        }
        request.setAttribute(RequestAttributes.PERSON, person);
        request.setAttribute(RequestAttributes.LANGUAGE, language);
        chain.doFilter(request, response);
        return SERVLET;
    }

    /** Until all bundles were started only a path without parameters is certain; another may belong to one of the rest. */
    private void awaitStart(String path) {
        Startup running = startup;
        if (running == null || router.knows(path)) {
            return;
        }
        try {
            running.await(START_LIMIT);
            startup = null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** The gate has already set the headers for a page that is allowed. */
    private static boolean isPreflight(HttpServletRequest request, HttpServletResponse response) {
        return request.getMethod().equals("OPTIONS") && response.getHeader("Access-Control-Allow-Methods") != null;
    }

    private String refuse(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.refuse(problem, request, response);
        return "refused";
    }

    private static String path(HttpServletRequest request) {
        String servlet = request.getServletPath();
        String rest = request.getPathInfo();
        return rest == null ? servlet : servlet.isEmpty() ? rest : servlet + rest;
    }

    @Override
    public boolean drain(Duration limit) throws InterruptedException {
        return traffic.drain(limit);
    }

    @Override
    public void destroy() {
        // nothing to release
    }
}
