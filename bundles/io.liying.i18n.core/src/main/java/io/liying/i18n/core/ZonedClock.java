package io.liying.i18n.core;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The system's clock in the configured time zone; a change of the zone reaches all who hold it. */
@Component(service = Clock.class, configurationPid = "io.liying.i18n")
@Designate(ocd = I18nConfig.class)
public final class ZonedClock extends Clock {

    private final Clock source;
    private volatile ZoneId zone;

    @Activate
    public ZonedClock(I18nConfig config) {
        this(Clock.systemUTC(), zoneOf(config.time_zone()));
    }

    ZonedClock(Clock source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    @Modified
    void modified(I18nConfig config) {
        zone = zoneOf(config.time_zone());
    }

    private static ZoneId zoneOf(String name) {
        if (name.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "i18n.time_zone \"" + name + "\" is no time zone; use an IANA name such as Asia/Seoul, or \"\"",
                    unknown);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return source.withZone(other);
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    @Override
    public long millis() {
        return source.millis();
    }
}
