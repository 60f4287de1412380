package io.liying.speech.core.voice;

import io.liying.speech.api.VoiceActivityDetector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** The detector that needs no model: for the smallest install and where a better one is missing. */
@Component(configurationPid = "io.liying.speech", property = "service.ranking:Integer=-100")
public final class EnergyDetector implements VoiceActivityDetector {

    private volatile int threshold;
    private volatile boolean dynamic;

    @Activate
    public EnergyDetector(EnergyConfig config) {
        this(config.energy_threshold(), config.dynamic_energy_threshold());
    }

    EnergyDetector(int threshold, boolean dynamic) {
        this.threshold = threshold;
        this.dynamic = dynamic;
    }

    @Modified
    void modified(EnergyConfig config) {
        threshold = config.energy_threshold();
        dynamic = config.dynamic_energy_threshold();
    }

    @Override
    public String id() {
        return "energy";
    }

    @Override
    public Ear open() {
        return new EnergyEar(threshold, dynamic);
    }
}
