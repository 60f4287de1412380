package io.liying.speech.core.audio;

import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.AudioReader;
import io.liying.speech.api.Resampler;
import io.liying.speech.api.SpeechException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Reads WAV itself and asks decoders for everything else, by the first bytes of a recording and never by its name. */
@Component(configurationPid = "io.liying.speech")
public final class Recordings implements AudioReader {

    private static final int HEAD = 64;

    private final List<AudioDecoder> decoders = new CopyOnWriteArrayList<>();
    private volatile int longestSeconds;

    @Activate
    public Recordings(RecordingConfig config) {
        this(config.recording_seconds());
    }

    Recordings(int longestSeconds) {
        this.longestSeconds = longestSeconds;
    }

    @Modified
    void modified(RecordingConfig config) {
        longestSeconds = config.recording_seconds();
    }

    @Reference(
            name = "decoder",
            unbind = "remove",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(AudioDecoder decoder) {
        decoders.add(decoder);
    }

    void remove(AudioDecoder decoder) {
        decoders.remove(decoder);
    }

    @Override
    public Audio read(InputStream recording) throws SpeechException, IOException {
        BufferedInputStream in = new BufferedInputStream(recording);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        if (head.length == 0) {
            throw new SpeechException("audio.empty", Map.of());
        }
        Mixer mixer = new Mixer(longestSeconds);
        if (isWav(head)) {
            in.skipNBytes(12);
            Wav.read(in, mixer);
        } else {
            decoder(head).decode(in, new AudioDecoder.Sink() {
                @Override
                public void begin(int sampleRate, int channels) throws SpeechException {
                    mixer.begin(sampleRate, channels);
                }

                @Override
                public void add(float[] moment) throws SpeechException {
                    mixer.add(moment);
                }
            });
        }
        return mixer.result();
    }

    @Override
    public Audio resample(Audio sound, int sampleRate) {
        return sampleRate == sound.sampleRate()
                ? sound
                : new Audio(sampleRate, Resampler.resample(sound.samples(), sound.sampleRate(), sampleRate));
    }

    private AudioDecoder decoder(byte[] head) throws SpeechException {
        for (AudioDecoder decoder : decoders) {
            if (decoder.reads(head)) {
                return decoder;
            }
        }
        String start = HexFormat.of().formatHex(head, 0, Math.min(8, head.length));
        throw new SpeechException("audio.format", Map.of("start", start));
    }

    private static boolean isWav(byte[] head) {
        if (head.length < 12) {
            return false;
        }
        String id = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
        String form = new String(head, 8, 4, StandardCharsets.ISO_8859_1);
        return (id.equals("RIFF") || id.equals("RF64")) && form.equals("WAVE");
    }
}
