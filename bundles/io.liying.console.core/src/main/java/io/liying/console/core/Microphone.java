package io.liying.console.core;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** Records from the machine's microphone until the person presses Enter, ten minutes at the most. */
final class Microphone {

    private static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);
    private static final int MOST_BYTES = 16_000 * 2 * 600;

    private final Texts texts;

    Microphone(Texts texts) {
        this.texts = texts;
    }

    /** A WAV file. */
    byte[] record(BufferedReader in, PrintStream out) throws BackendException, IOException, InterruptedException {
        try (TargetDataLine line = AudioSystem.getTargetDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            out.println(texts.text("microphone.speak"));
            ByteArrayOutputStream sound = new ByteArrayOutputStream();
            Thread listening = Thread.ofPlatform().daemon().start(() -> read(line, sound));
            in.readLine();
            line.stop();
            line.close();
            listening.join();
            return wav(sound.toByteArray());
        } catch (LineUnavailableException | IllegalArgumentException none) {
            throw new BackendException(texts.text("microphone.none"), none);
        }
    }

    private static void read(TargetDataLine line, ByteArrayOutputStream sound) {
        byte[] block = new byte[3200];
        int count = line.read(block, 0, block.length);
        while (count > 0 && sound.size() < MOST_BYTES) {
            sound.write(block, 0, count);
            count = line.read(block, 0, block.length);
        }
    }

    private static byte[] wav(byte[] samples) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        long frames = samples.length / FORMAT.getFrameSize();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), FORMAT, frames),
                AudioFileFormat.Type.WAVE,
                file);
        return file.toByteArray();
    }
}
