package io.liying.plugin.core.life;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Says which component of a plugin does not work, and why. */
public final class ComponentProblems {

    private final ServiceComponentRuntime runtime;

    public ComponentProblems(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The first problem of some bundles. */
    Optional<String> of(List<Bundle> bundles) {
        return runtime.getComponentDescriptionDTOs(bundles.toArray(Bundle[]::new)).stream()
                .filter(runtime::isComponentEnabled)
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream()
                        .flatMap(state -> problem(component, state).stream()))
                .findFirst();
    }

    private static Optional<String> problem(ComponentDescriptionDTO component, ComponentConfigurationDTO state) {
        return switch (state.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                Optional.of(
                        component.name + " needs the configuration " + String.join(", ", component.configurationPid));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Optional.of(component.name + " needs "
                        + Arrays.stream(state.unsatisfiedReferences)
                                .flatMap(missing -> Arrays.stream(component.references)
                                        .filter(declared -> declared.name.equals(missing.name))
                                        .map(declared -> declared.interfaceName))
                                .collect(Collectors.joining(", ")));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Optional.of(component.name + ": " + firstLine(state.failure));
            default -> Optional.empty();
        };
    }

    private static String firstLine(String stackTrace) {
        int cause = stackTrace.lastIndexOf("Caused by: ");
        String from = cause < 0 ? stackTrace : stackTrace.substring(cause + "Caused by: ".length());
        return from.lines().findFirst().orElse(stackTrace).strip();
    }
}
