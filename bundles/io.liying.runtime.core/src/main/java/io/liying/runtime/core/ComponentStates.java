package io.liying.runtime.core;

import io.liying.configuration.api.Configurations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.tracker.ServiceTracker;

/** Which components of LiYing are not satisfied, and why, in words. */
final class ComponentStates {

    private static final String OURS = "io.liying.";

    private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> runtime;
    private final ServiceTracker<Configurations, Configurations> configurations;
    private final ServiceTracker<RuntimeSettings, RuntimeSettings> settings;

    ComponentStates(BundleContext context) {
        runtime = new ServiceTracker<>(context, ServiceComponentRuntime.class, null);
        runtime.open();
        configurations = new ServiceTracker<>(context, Configurations.class, null);
        configurations.open();
        settings = new ServiceTracker<>(context, RuntimeSettings.class, null);
        settings.open();
    }

    /**
     * Waits until the configuration is read, so that no component starts with values that change a moment later.
     *
     * @return what is wrong with it, empty if it is in effect
     */
    List<String> awaitConfiguration(CountDownLatch cancelled) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Configurations found = configurations.getService();
        while (found == null && System.nanoTime() < end && !cancelled.await(2, TimeUnit.MILLISECONDS)) {
            found = configurations.getService();
        }
        return found == null || found.inEffect() ? List.of() : found.problems();
    }

    Duration shutdownLimit() {
        RuntimeSettings found = settings.getService();
        return found == null ? Duration.ofSeconds(10) : found.shutdownLimit();
    }

    List<String> unsatisfied() {
        ServiceComponentRuntime components = runtime.getService();
        if (components == null) {
            return List.of("declarative services are not running");
        }
        List<Unsatisfied> found = new ArrayList<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
            if (component.name.startsWith(OURS) && components.isComponentEnabled(component)) {
                describe(component, components.getComponentConfigurationDTOs(component), found);
            }
        }
        return Unsatisfied.told(found);
    }

    private static void describe(
            ComponentDescriptionDTO component,
            Collection<ComponentConfigurationDTO> configurations,
            List<Unsatisfied> found) {
        String unconfigured = "waits for its configuration " + Arrays.toString(component.configurationPid);
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    found.add(unsatisfied(component, unconfigured, List.of()));
                case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> {
                    List<String> missing = services(component, configuration);
                    found.add(unsatisfied(component, "waits for " + String.join(", ", missing), missing));
                }
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    found.add(unsatisfied(component, "failed: " + firstLine(configuration.failure), List.of()));
                default -> {
                    // satisfied or active
                }
            }
        }
        if (configurations.isEmpty() && "require".equals(component.configurationPolicy)) {
            found.add(unsatisfied(component, unconfigured, List.of()));
        }
    }

    private static Unsatisfied unsatisfied(ComponentDescriptionDTO component, String problem, List<String> missing) {
        return new Unsatisfied(component.name, problem, missing, List.of(component.serviceInterfaces));
    }

    private static List<String> services(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        List<String> missing = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            Arrays.stream(component.references)
                    .filter(declared -> declared.name.equals(reference.name))
                    .map(declared -> declared.interfaceName)
                    .forEach(missing::add);
        }
        return missing;
    }

    private static String firstLine(String stackTrace) {
        int end = stackTrace.indexOf('\n');
        int cause = stackTrace.lastIndexOf("Caused by: ");
        if (cause >= 0) {
            int causeEnd = stackTrace.indexOf('\n', cause);
            return stackTrace
                    .substring(cause + 11, causeEnd < 0 ? stackTrace.length() : causeEnd)
                    .strip();
        }
        return (end < 0 ? stackTrace : stackTrace.substring(0, end)).strip();
    }
}
