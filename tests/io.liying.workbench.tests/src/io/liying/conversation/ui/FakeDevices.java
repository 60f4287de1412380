package io.liying.conversation.ui;

import io.liying.conversation.ui.sound.Loudspeaker;
import io.liying.conversation.ui.sound.Microphone;
import io.liying.conversation.ui.sound.SoundDevices;
import io.liying.speech.api.Audio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Devices without wires: the microphone hears recordings, the loudspeaker keeps what it is given. */
public final class FakeDevices implements SoundDevices {

    public final List<String> connected = new CopyOnWriteArrayList<>();
    public final List<Audio> played = new CopyOnWriteArrayList<>();
    public volatile String opened = "";
    public volatile int hushes;
    public volatile boolean playing;
    private final BlockingQueue<short[]> frames = new LinkedBlockingQueue<>();
    private volatile IOException fault;

    /** A recording of the test kit, spoken by eSpeak NG. */
    public static short[] recording(String name) throws Exception {
        Path file = Path.of(
                System.getProperty(
                        "liying.recordings", "../io.liying.testkit/src/main/resources/io/liying/testkit/speech"),
                name);
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(file.toFile())) {
            return Audio.ofLittleEndian(Audio.HEARING_RATE, sound.readAllBytes())
                    .samples();
        }
    }

    /** Somebody speaks into the microphone. */
    public void hear(short[] sound) {
        for (int at = 0; at < sound.length; at += Microphone.FRAME_SAMPLES) {
            frames.add(Arrays.copyOfRange(sound, at, Math.min(at + Microphone.FRAME_SAMPLES, sound.length)));
        }
    }

    /** The microphone is pulled out. */
    public void pull() {
        fault = new IOException("pulled out");
        frames.add(new short[0]);
    }

    @Override
    public List<String> microphones() {
        return connected;
    }

    @Override
    public Microphone microphone(String name) throws IOException {
        if (connected.isEmpty()) {
            throw new IOException("No microphone is connected");
        }
        opened = connected.contains(name) ? name : connected.getFirst();
        frames.clear();
        fault = null;
        return new Microphone() {
            private volatile boolean closed;

            @Override
            public short[] read() throws IOException {
                try {
                    short[] frame = frames.take();
                    if (fault != null) {
                        throw fault;
                    }
                    return closed ? new short[0] : frame;
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return new short[0];
                }
            }

            @Override
            public void close() {
                closed = true;
                frames.add(new short[0]);
            }
        };
    }

    @Override
    public Loudspeaker loudspeaker() {
        return new Loudspeaker() {
            @Override
            public void begin() {
                played.clear();
            }

            @Override
            public void play(Audio sound) {
                played.add(sound);
                playing = true;
            }

            @Override
            public void hush() {
                hushes++;
                playing = false;
            }

            @Override
            public Duration played() {
                return played.stream().map(Audio::duration).reduce(Duration.ZERO, Duration::plus);
            }

            @Override
            public boolean isPlaying() {
                return playing;
            }

            @Override
            public void close() {
                playing = false;
            }
        };
    }
}
