package io.liying.runtime.core;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code app} of the configuration. */
@Component(service = RuntimeSettings.class, configurationPid = "io.liying.app")
@Designate(ocd = RuntimeSettings.Config.class)
public final class RuntimeSettings {

    @ObjectClassDefinition(name = "Application", description = "The process as a whole.")
    @interface Config {

        @AttributeDefinition(
                name = "Shutdown seconds",
                description = "How long accepted turns may take to end when LiYing is asked to stop.",
                min = "1",
                max = "600")
        int shutdown_seconds() default 10;
    }

    private final Duration shutdownLimit;

    @Activate
    public RuntimeSettings(Config config) {
        shutdownLimit = Duration.ofSeconds(config.shutdown_seconds());
    }

    Duration shutdownLimit() {
        return shutdownLimit;
    }
}
