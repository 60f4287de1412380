package io.liying.plugin.core.life;

import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.SelfTest;
import io.liying.plugin.core.archive.BundleJar;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.guest.ContextFactory;
import io.liying.plugin.core.guest.GuestBundles;
import io.liying.plugin.core.guest.GuestContext;
import io.liying.plugin.core.guest.GuestServices;
import io.liying.plugin.core.guest.Overtime;
import io.liying.plugin.core.guest.TopicHub;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One installed version of a plugin: its bundles, its threads, what it is given. Used by one thread at a time. */
public final class Generation {

    /**
     * How long things may take.
     *
     * @param start the start and the self-test, each
     * @param call a call of one of its services
     * @param task a task of its scheduler
     * @param stop how long something may go on after it was interrupted
     */
    public record Limits(Duration start, Duration call, Duration task, Duration stop) {}

    private static final Logger log = LoggerFactory.getLogger(Generation.class);
    private static final Pattern MISSING_PACKAGE =
            Pattern.compile("Import-Package: ([\\w.]+)(?:;[^\"]*version=\"([^\"]+)\")?");

    private final PluginDescriptor descriptor;
    private final String name;
    private final long number;
    private final BundleContext host;
    private final ContextFactory contexts;
    private final ThreadGroup threads;
    private final Overtime overtime;
    private final GuestThreads calls;
    private final GuestThreads serving;
    private final ComponentProblems components;
    private final Texts texts;
    private final List<Bundle> bundles = new ArrayList<>();
    private final List<ServiceReference<?>> used = new ArrayList<>();

    /**
     * @param number differs from that of every other generation since the framework began
     */
    public Generation(
            PluginDescriptor descriptor,
            long number,
            BundleContext host,
            ContextFactory contexts,
            GuestServices services,
            TopicHub hub,
            ComponentProblems components,
            Clock clock,
            Texts texts,
            Limits limits) {
        this.descriptor = descriptor;
        this.name = descriptor.id() + '/' + number;
        this.number = number;
        this.host = host;
        this.contexts = contexts;
        this.components = components;
        this.texts = texts;
        this.threads = new ThreadGroup("plugin-" + descriptor.id() + '-' + number);
        this.overtime = new Overtime(limits.stop());
        this.calls = new GuestThreads(threads, limits.start(), overtime);
        this.serving = new GuestThreads(threads, limits.call(), overtime);
        contexts.add(
                name,
                new GuestContext(
                        descriptor,
                        services,
                        hub,
                        clock,
                        threads,
                        overtime,
                        new GuestContext.Limits(limits.task(), limits.call())));
    }

    /** @param alarm called if something of it goes on though it was interrupted */
    public void onUnstoppable(Runnable alarm) {
        overtime.onUnstoppable(alarm);
    }

    public PluginDescriptor descriptor() {
        return descriptor;
    }

    /** The group of all threads that the plugin begins and is called on. */
    public ThreadGroup threads() {
        return threads;
    }

    public List<Bundle> bundles() {
        return List.copyOf(bundles);
    }

    /** Its class loaders, for telling later whether they are gone. */
    public List<ClassLoader> classLoaders() {
        return bundles.stream()
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(wiring -> wiring != null)
                .map(BundleWiring::getClassLoader)
                .filter(loader -> loader != null)
                .toList();
    }

    /** Installs the bundles. */
    public void stage(PluginArchive archive) throws PluginException {
        for (BundleJar jar : archive.bundles()) {
            String location = GuestBundles.location(descriptor.id(), number, bundles.size());
            try (InputStream content = jar.open()) {
                bundles.add(host.installBundle(location, content));
            } catch (BundleException | IOException failure) {
                throw texts.refusal("install", Map.of("reason", reason(failure)), failure);
            }
        }
    }

    /** Finds everything that the bundles import. */
    public void resolve() throws PluginException {
        if (host.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .resolveBundles(bundles)) {
            return;
        }
        for (Bundle bundle : bundles) {
            try {
                if (bundle.getState() == Bundle.INSTALLED) {
                    bundle.start(Bundle.START_TRANSIENT); // fails and tells what is missing
                }
            } catch (BundleException failure) {
                Matcher missing = MISSING_PACKAGE.matcher(reason(failure));
                if (missing.find()) {
                    String range = missing.group(2) == null ? "" : missing.group(2);
                    throw texts.refusal(
                            "resolve.package", Map.of("package", missing.group(1), "range", range), failure);
                }
                throw texts.refusal("resolve", Map.of("reason", reason(failure)), failure);
            }
        }
    }

    /** Starts the bundles on the plugin's own threads. */
    public void start() throws PluginException, InterruptedException {
        for (Bundle bundle : bundles) {
            try {
                calls.call(() -> {
                    bundle.start(Bundle.START_TRANSIENT);
                    return bundle;
                });
            } catch (GuestThreads.TooSlow slow) {
                throw texts.refusal("start.slow", Map.of("seconds", slow.limit().toSeconds()), slow);
            } catch (Exception failure) {
                throw rethrow(failure, "start");
            }
        }
        Optional<String> problem = components.of(bundles);
        if (problem.isPresent()) {
            throw texts.refusal("component", Map.of("reason", problem.get()));
        }
    }

    /** Runs the plugin's self-tests. */
    public void selfTest() throws PluginException, InterruptedException {
        for (SelfTest test : services(SelfTest.class)) {
            try {
                calls.call(() -> {
                    test.check();
                    return test;
                });
            } catch (GuestThreads.TooSlow slow) {
                throw texts.refusal(
                        "selftest.slow", Map.of("seconds", slow.limit().toSeconds()), slow);
            } catch (Exception failure) {
                throw rethrow(failure, "selftest");
            }
        }
    }

    /** Its services of a type; each is created on the plugin's own threads. */
    public <T> List<T> services(Class<T> type) throws PluginException, InterruptedException {
        List<T> services = new ArrayList<>();
        for (ServiceReference<?> reference : references(Set.of(type.getName()))) {
            try {
                Object service = calls.call(() -> host.getService(reference));
                used.add(reference);
                if (!type.isInstance(service)) {
                    String reason = components.of(bundles).orElseGet(() -> type.getSimpleName() + " was not created");
                    throw texts.refusal("component", Map.of("reason", reason));
                }
                services.add(type.cast(service));
            } catch (GuestThreads.TooSlow slow) {
                throw texts.refusal("start.slow", Map.of("seconds", slow.limit().toSeconds()), slow);
            } catch (Exception failure) {
                throw rethrow(failure, "start");
            }
        }
        return services;
    }

    /** Calls something of the plugin on its own threads, under the limit of a start. */
    public <T> T call(Callable<T> guest) throws PluginException, InterruptedException {
        try {
            return calls.call(guest);
        } catch (GuestThreads.TooSlow slow) {
            throw texts.refusal("start.slow", Map.of("seconds", slow.limit().toSeconds()), slow);
        } catch (Exception failure) {
            throw rethrow(failure, "start");
        }
    }

    private PluginException rethrow(Exception failure, String key) throws InterruptedException {
        return switch (failure) {
            case InterruptedException interrupted -> throw interrupted;
            case PluginException known -> known;
            default -> texts.refusal(key, Map.of("reason", reason(failure)), failure);
        };
    }

    /** Calls one of its services for somebody else. */
    <T> T serve(Callable<T> guest) throws Exception {
        if (overtime.isSuspected()) {
            throw new IllegalStateException("the plugin \"" + descriptor.id() + "\" does not end an earlier call");
        }
        return serving.call(guest);
    }

    /** Waits until nobody calls its services any more; later calls are refused. */
    public boolean awaitServed(Duration limit) throws InterruptedException {
        return serving.finish(limit);
    }

    /** What its bundles have registered under one of some names. */
    private List<ServiceReference<?>> references(Set<String> types) {
        return references(types::contains);
    }

    /** What its bundles have registered under names that somebody is interested in. */
    List<ServiceReference<?>> references(Predicate<String> types) {
        List<ServiceReference<?>> references = new ArrayList<>();
        for (Bundle bundle : bundles) {
            ServiceReference<?>[] registered = bundle.getRegisteredServices();
            for (ServiceReference<?> reference : registered == null ? new ServiceReference<?>[0] : registered) {
                if (Arrays.stream((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(types)) {
                    references.add(reference);
                }
            }
        }
        return references;
    }

    /** Stops and uninstalls everything, and ends the threads that the plugin has left behind. */
    public void remove() throws InterruptedException {
        for (ServiceReference<?> reference : used) {
            try {
                host.ungetService(reference);
            } catch (IllegalStateException gone) {
                log.debug("{} has already let go of its service", name);
            }
        }
        used.clear();
        List<ClassLoader> loaders = classLoaders();
        for (Bundle bundle : bundles.reversed()) {
            try {
                calls.call(() -> {
                    bundle.uninstall();
                    return name;
                });
            } catch (InterruptedException interrupted) {
                throw interrupted;
            } catch (Exception failure) {
                log.error("{} of the plugin {} was not uninstalled in order", bundle.getSymbolicName(), name, failure);
            }
        }
        contexts.remove(name);
        serving.close();
        calls.close();
        ThreadEnder.end(threads);
        Sweeper.sweep(descriptor.id(), loaders);
    }

    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && !(cause instanceof BundleException known && known.getType() == BundleException.RESOLVE_ERROR)) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
