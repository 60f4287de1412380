package io.liying.runtime.core;

import io.liying.runtime.api.Drain;
import io.liying.runtime.api.Endpoint;
import io.liying.runtime.api.Readiness;
import io.liying.runtime.api.Startup;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts every bundle in its order and reports. What is printed on the standard output is for the person or the
 * script that started LiYing: one line when it is ready.
 */
final class Starter {

    private static final Logger log = LoggerFactory.getLogger(Starter.class);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration START_LIMIT = Duration.ofSeconds(Long.getLong("liying.start.seconds", 30));

    private final BundleContext context;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final ServiceTracker<Readiness, Readiness> readiness;
    private final ServiceTracker<Endpoint, Endpoint> endpoints;
    private final ServiceTracker<Drain, Drain> drains;
    private final ComponentStates components;
    private final EndpointFile endpointFile;

    Starter(BundleContext context) {
        this.context = context;
        this.readiness = open(Readiness.class);
        this.endpoints = open(Endpoint.class);
        this.drains = open(Drain.class);
        this.components = new ComponentStates(context);
        String data = context.getProperty("liying.data");
        this.endpointFile = new EndpointFile(Path.of(data == null ? "data" : data, "endpoint"));
    }

    private <T> ServiceTracker<T, T> open(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker;
    }

    void run() {
        context.registerService(Startup.class, limit -> started.await(limit.toNanos(), TimeUnit.NANOSECONDS), null);
        try {
            List<String> failures = start(StartOrder.untilReady(context));
            List<String> problems = awaitReady(failures);
            problems.addAll(awaitSatisfied(start(StartOrder.afterwards(context)), problems));
            log.info("Started with {} problems", problems.size());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            started.countDown();
        }
    }

    void cancel() {
        cancelled.countDown();
    }

    private List<String> start(List<Bundle> bundles) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (cancelled.getCount() == 0) {
                return failures;
            }
            try {
                bundle.start(Bundle.START_TRANSIENT);
            } catch (BundleException failure) {
                failures.add("bundle " + bundle.getSymbolicName() + " does not start: " + reason(failure));
            }
            if (bundle.getSymbolicName().equals("io.liying.configuration.core")) {
                failures.addAll(components.awaitConfiguration(cancelled));
                if (!failures.isEmpty()) {
                    return failures;
                }
            }
        }
        return failures;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /**
     * Waits until every component is satisfied and all work of the start is done; after the limit says what is missing.
     *
     * @return the problems that were told
     */
    private List<String> awaitReady(List<String> failures) throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        Endpoint endpoint = endpoints.getService();
        boolean ready = isReady(endpoint);
        while (!ready && failures.isEmpty() && System.nanoTime() < end) {
            if (cancelled.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return new ArrayList<>();
            }
            endpoint = endpoints.getService();
            ready = isReady(endpoint);
        }
        List<String> problems = new ArrayList<>(failures);
        problems.addAll(ready ? List.of() : missing(endpoint));
        problems.forEach(Starter::problem);
        List<String> absent = absentEssentials(endpoint);
        if (endpoint != null && absent.isEmpty()) {
            endpointFile.write(endpoint.address());
            reportStartTime();
            announce("LiYing is ready at " + endpoint.address());
        } else if (problems.isEmpty()) {
            announce("LiYing is ready");
        }
        if (!absent.isEmpty()) {
            System.err.println("LiYing: it cannot work like this and ends; missing: " + absent);
            System.exit(1);
        }
        return problems;
    }

    /**
     * Waits until the components of bundles that started later are satisfied as well; after the limit says what is missing.
     *
     * @param failures of bundles that did not start
     * @param told problems that somebody knows already
     * @return the problems that were told
     */
    private List<String> awaitSatisfied(List<String> failures, List<String> told) throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        List<String> missing = components.unsatisfied();
        while (!told.containsAll(missing) && System.nanoTime() < end) {
            if (cancelled.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return List.of();
            }
            missing = components.unsatisfied();
        }
        List<String> problems = new ArrayList<>(failures);
        problems.addAll(missing);
        problems.removeAll(told);
        problems.forEach(Starter::problem);
        return problems;
    }

    /** The one line for whoever started LiYing; a conversation in the terminal has the output for itself. */
    private void announce(String ready) {
        if (!"chat".equals(context.getProperty("liying.console"))) {
            System.out.println(ready);
            System.out.flush();
        }
    }

    /** Returns when the framework has stopped. */
    void awaitStop() {
        Framework framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(Framework.class);
        try {
            framework.waitForStop(0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The services without which this product is of no use; a workbench names none and shows its problems instead. The
     * endpoint is judged by the one that will be announced: it is replaced while Jetty settles, and one asked for a moment
     * later could be gone.
     */
    private List<String> absentEssentials(@Nullable Endpoint endpoint) {
        String essentials = context.getProperty("liying.essential.services");
        return essentials == null
                ? List.of()
                : Arrays.stream(essentials.split(","))
                        .filter(service -> service.equals(Endpoint.class.getName())
                                ? endpoint == null
                                : context.getServiceReference(service) == null)
                        .toList();
    }

    /** For the benchmark; off by default because the management classes cost time themselves. */
    private static void reportStartTime() {
        if (Boolean.getBoolean("liying.start.report")) {
            long now = System.currentTimeMillis();
            System.err.println("LiYing was ready "
                    + (now - ManagementFactory.getRuntimeMXBean().getStartTime()) + " ms after the JVM started");
        }
    }

    private static void problem(String text) {
        System.err.println("LiYing: " + text);
        log.error("{}", text);
    }

    /** The components' states are asked for last: they cost more than all of the rest. */
    private boolean isReady(@Nullable Endpoint endpoint) {
        return waiting(endpoint).isEmpty() && components.unsatisfied().isEmpty();
    }

    private List<String> missing(@Nullable Endpoint endpoint) {
        List<String> missing = new ArrayList<>(components.unsatisfied());
        missing.addAll(waiting(endpoint));
        return missing;
    }

    private List<String> waiting(@Nullable Endpoint endpoint) {
        List<String> waiting = new ArrayList<>();
        for (Readiness work : readiness.getServices(new Readiness[0])) {
            work.waitingFor().ifPresent(waiting::add);
        }
        absentEssentials(endpoint).forEach(service -> waiting.add("no " + service + " is there"));
        return waiting;
    }

    /** Finishes accepted work, then stops the framework; called when the process is asked to end. */
    void stopFramework() {
        cancel();
        endpointFile.delete();
        Framework framework =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(Framework.class);
        if (framework.getState() != Bundle.ACTIVE) {
            return;
        }
        Duration limit = components.shutdownLimit();
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (Drain drain : drains.getServices(new Drain[0])) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                if (!drain.drain(left)) {
                    log.warn("Work was cut off after {}", limit);
                }
            }
            framework.stop();
            FrameworkEvent stopped =
                    framework.waitForStop(Math.max(1_000, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            if (stopped.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                log.warn("The bundles did not stop within {}", limit);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (BundleException | RuntimeException failure) {
            log.error("LiYing did not stop in order", failure);
        }
    }
}
