package io.liying.configuration.core.sample;

import java.util.List;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Tells how it was configured. */
@Component(configurationPid = "io.liying.api", property = "sample=true")
@Designate(ocd = Sample.Config.class)
public final class Sample implements Supplier<String> {

    /** A section. */
    @ObjectClassDefinition(name = "Sample")
    public @interface Config {

        @AttributeDefinition(min = "0", max = "65535")
        int port() default 8000;

        @AttributeDefinition(min = "1")
        long queue_capacity() default 8;

        @AttributeDefinition(options = {@Option(value = "process"), @Option(value = "power")})
        String durability() default "process";

        String[] hosts() default {"localhost"};

        double rate() default 0.5;

        boolean open() default false;

        String _token() default "";
    }

    private final String told;

    @Activate
    public Sample(Config config) {
        told = "%d %d %s %s %s %s %s"
                .formatted(
                        config.port(),
                        config.queue_capacity(),
                        config.durability(),
                        List.of(config.hosts()),
                        config.rate(),
                        config.open(),
                        config._token());
    }

    @Override
    public String get() {
        return told;
    }
}
