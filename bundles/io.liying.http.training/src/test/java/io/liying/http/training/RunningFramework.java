package io.liying.http.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.runtime.api.Endpoint;
import io.liying.runtime.api.Readiness;
import io.liying.security.api.Authenticator;
import io.liying.security.api.Person;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** Equinox with the real server bundles and fakes behind them. The API packages come from the test's own class path. */
final class RunningFramework implements AutoCloseable {

    private static final List<String> SHARED_PACKAGES = List.of(
            "io.liying.http.api;version=1.2.0",
            "io.liying.i18n.api;version=1.2.0",
            "io.liying.monitor.api;version=1.0.0",
            "io.liying.conversation.api;version=1.2.0",
            "io.liying.nlu.api;version=1.5.0",
            "io.liying.nlu.api.training;version=1.0.0",
            "io.liying.skill.api;version=1.3.0",
            "io.liying.skill.api.host;version=1.1.0",
            "io.liying.runtime.api;version=1.0.0",
            "io.liying.security.api;version=1.0.0",
            "org.osgi.service.cm;version=1.6.1",
            "org.slf4j;version=2.0.20",
            "org.slf4j.event;version=2.0.20",
            "org.slf4j.helpers;version=2.0.20",
            "org.slf4j.spi;version=2.0.20");

    static final String ADMINISTRATOR = "administrators-token";
    static final String GUEST = "guests-token";
    static final Map<String, Object> NLU = Map.of("training.upload.mb", 1, "review.enabled", true);

    private final Framework framework;
    private final Path data;
    private volatile URI address;

    RunningFramework(Path folder) throws Exception {
        data = folder.resolve("data");
        framework = java.util.ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework").toString(),
                        "liying.data",
                        data.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        String.join(",", SHARED_PACKAGES),
                        "org.apache.felix.http.require.config",
                        "true"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        context.registerService(Skill.class, new Tea(), null);
        context.registerService(Authenticator.class, RunningFramework::person, null);
        List<Bundle> bundles = install(context);
        startNamed(bundles, "org.eclipse.equinox.cm");
        configure("io.liying.api", Map.of("port", 0, "max.body.bytes", 4096));
        configure("io.liying.security", Map.of());
        configure("io.liying.nlu", NLU);
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        moved();
        awaitReady();
    }

    private static Optional<Person> person(String token) {
        return switch (token) {
            case ADMINISTRATOR -> Optional.of(new Person("admin", true));
            case GUEST -> Optional.of(new Person("guest", false));
            default -> Optional.empty();
        };
    }

    void awaitReady() throws Exception {
        Eventually.isTrue(() -> service(Readiness.class).waitingFor().isEmpty());
    }

    /** Notes that the server has another address. */
    void moved() throws InterruptedException {
        address = service(Endpoint.class).address();
    }

    private static List<Bundle> install(BundleContext context) throws IOException, BundleException {
        List<Path> jars = new ArrayList<>();
        Path folder = Path.of(System.getProperty("framework.bundles"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        }
        jars.add(Path.of(System.getProperty("own.bundle")));
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(context.installBundle(jar.toUri().toString()));
        }
        return bundles;
    }

    private static void startNamed(List<Bundle> bundles, String name) throws BundleException {
        for (Bundle bundle : bundles) {
            if (bundle.getSymbolicName().equals(name)) {
                bundle.start();
            }
        }
    }

    void configure(String pid, Map<String, Object> values) throws Exception {
        service(ConfigurationAdmin.class).getConfiguration(pid, "?").update(new Hashtable<>(values));
    }

    <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(framework.getBundleContext(), type, null);
        tracker.open();
        T found = tracker.waitForService(TimeUnit.SECONDS.toMillis(20));
        if (found == null) {
            throw new IllegalStateException(type.getName() + " did not come");
        }
        return found;
    }

    URI address() {
        return address;
    }

    Path data() {
        return data;
    }

    /** Makes tea. */
    private static final class Tea implements Skill {

        @Override
        public SkillDescription description() {
            return new SkillDescription(
                    "tea",
                    Map.of(),
                    Map.of(),
                    List.of(new IntentExamples(
                            "tea.make",
                            Map.of(Language.ENGLISH, List.of("make tea", "make me a cup of tea", "tea please")))));
        }

        @Override
        public SkillAnswer answer(SkillRequest request) {
            throw new IllegalStateException("nobody asks in these tests");
        }
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
