package io.liying.speech.core.voice;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.VoiceActivityDetector;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The voice activity detectors that are there now. Safe for use by many threads. */
@Component(service = Detectors.class)
public final class Detectors {

    private static final Logger LOG = LoggerFactory.getLogger(Detectors.class);

    /** By service reference, whose order is that of the ranking. */
    private final Map<ServiceReference<VoiceActivityDetector>, VoiceActivityDetector> detectors =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    private final List<VoiceActivityDetector> fixed;

    @Activate
    public Detectors() {
        this(List.of());
    }

    private Detectors(List<VoiceActivityDetector> fixed) {
        this.fixed = fixed;
    }

    /** These and no others, the best first. */
    public static Detectors of(VoiceActivityDetector... inOrder) {
        return new Detectors(List.of(inOrder));
    }

    @Reference(
            name = "detector",
            unbind = "remove",
            cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<VoiceActivityDetector> reference, VoiceActivityDetector detector) {
        detectors.put(reference, detector);
    }

    void remove(ServiceReference<VoiceActivityDetector> reference) {
        detectors.remove(reference);
    }

    /**
     * Opens the detector that is asked for, or the best that is ready; one that fails, now or later, is passed over.
     *
     * @param wanted an id, or {@code auto}
     */
    public VoiceActivityDetector.Ear open(String wanted) throws SpeechException {
        return new LastingEar(() -> open(wanted, fixed.isEmpty() ? List.copyOf(detectors.values()) : fixed));
    }

    static VoiceActivityDetector.Ear open(String wanted, List<VoiceActivityDetector> inOrder) throws SpeechException {
        for (VoiceActivityDetector detector : inOrder) {
            if ((wanted.equals("auto") || wanted.equals(detector.id())) && detector.ready()) {
                try {
                    return detector.open();
                } catch (SpeechException broken) {
                    LOG.warn("The voice activity detector {} cannot be used; the next one is", detector.id(), broken);
                }
            }
        }
        for (VoiceActivityDetector detector : inOrder) {
            if (detector.id().equals("energy")) {
                return detector.open();
            }
        }
        throw new SpeechException("detector.none", Map.of("detector", wanted));
    }
}
