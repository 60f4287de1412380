package io.liying.console.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/** Which of LiYing's components work, and why the others do not. */
final class ComponentReport {

    private static final String OWN = "io.liying.";

    private final ServiceComponentRuntime runtime;
    private final Texts texts;

    ComponentReport(ServiceComponentRuntime runtime, Texts texts) {
        this.runtime = runtime;
        this.texts = texts;
    }

    String text() {
        int working = 0;
        Collection<String> waiting = new TreeSet<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (!component.name.startsWith(OWN) || !runtime.isComponentEnabled(component)) {
                continue;
            }
            Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(component);
            List<String> reasons = new ArrayList<>();
            for (ComponentConfigurationDTO configuration : configurations) {
                reasons.addAll(reasons(component, configuration));
            }
            if (configurations.isEmpty() && "require".equals(component.configurationPolicy)) {
                reasons.add(configuration(component));
            }
            if (reasons.isEmpty()) {
                working++;
            } else {
                waiting.add("  " + component.name + ": " + String.join("; ", reasons));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("status", Map.of("working", working, "waiting", waiting.size())));
        lines.addAll(waiting);
        return String.join("\n", lines);
    }

    private List<String> reasons(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                List.of(texts.text("status.reference", "service", missing(component, configuration)));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> List.of(configuration(component));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                List.of(texts.text("status.failed", "reason", cause(configuration.failure)));
            default -> List.of();
        };
    }

    private static String missing(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return Arrays.stream(configuration.unsatisfiedReferences)
                .map(unsatisfied -> service(component, unsatisfied.name))
                .collect(Collectors.joining(", "));
    }

    private static String service(ComponentDescriptionDTO component, String reference) {
        return Arrays.stream(component.references)
                .filter((ReferenceDTO declared) -> declared.name.equals(reference))
                .map(declared -> declared.interfaceName)
                .findFirst()
                .orElse(reference);
    }

    private String configuration(ComponentDescriptionDTO component) {
        return texts.text("status.configuration", "pid", String.join(", ", component.configurationPid));
    }

    /** The first line of the innermost cause in a stack trace. */
    private static String cause(String stackTrace) {
        String mark = "Caused by: ";
        int cause = stackTrace.lastIndexOf(mark);
        return stackTrace
                .substring(cause < 0 ? 0 : cause + mark.length())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
