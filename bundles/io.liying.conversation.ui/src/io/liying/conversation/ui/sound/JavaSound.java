package io.liying.conversation.ui.sound;

import io.liying.speech.api.Audio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** The devices that the Java runtime knows: ALSA, Core Audio or DirectSound. */
public final class JavaSound implements SoundDevices {

    static final AudioFormat HEARD = format(Audio.HEARING_RATE, 1);

    /** What microphones give: the wanted one first, then what can be turned into it. */
    private static final List<AudioFormat> GIVEN =
            List.of(HEARD, format(48_000, 1), format(44_100, 1), format(48_000, 2), format(44_100, 2));

    static AudioFormat format(int rate, int channels) {
        return new AudioFormat(rate, 16, channels, true, false);
    }

    @Override
    public List<String> microphones() {
        List<String> names = new ArrayList<>();
        for (Mixer.Info device : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(device).getTargetLineInfo().length > 0
                    && GIVEN.stream().anyMatch(format -> supports(device, format))) {
                names.add(device.getName());
            }
        }
        return names;
    }

    private static boolean supports(Mixer.Info device, AudioFormat format) {
        return AudioSystem.getMixer(device).isLineSupported(new DataLine.Info(TargetDataLine.class, format));
    }

    @Override
    public Microphone microphone(String name) throws IOException {
        List<Mixer.Info> devices = new ArrayList<>(List.of(AudioSystem.getMixerInfo()));
        devices.sort((one, other) ->
                Boolean.compare(other.getName().equals(name), one.getName().equals(name)));
        IOException problem = new IOException("No microphone is connected");
        for (Mixer.Info device : devices) {
            for (AudioFormat format : GIVEN) {
                if (supports(device, format)) {
                    try {
                        return open(device, format);
                    } catch (LineUnavailableException | IllegalArgumentException | SecurityException busy) {
                        problem = new IOException(device.getName() + " cannot be opened", busy);
                    }
                }
            }
        }
        throw problem;
    }

    private static Microphone open(Mixer.Info device, AudioFormat format) throws LineUnavailableException {
        TargetDataLine line = AudioSystem.getTargetDataLine(format, device);
        line.open(format, format.getFrameSize() * (int) format.getSampleRate() / 4);
        line.start();
        AudioInputStream sound = new AudioInputStream(line);
        return new LineMicrophone(line, format.equals(HEARD) ? sound : AudioSystem.getAudioInputStream(HEARD, sound));
    }

    @Override
    public Loudspeaker loudspeaker() {
        return new LineLoudspeaker();
    }
}
