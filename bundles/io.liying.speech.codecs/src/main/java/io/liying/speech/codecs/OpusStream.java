package io.liying.speech.codecs;

import com.jcraft.jogg.Packet;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** The packets of Opus in Ogg (RFC 7845): a header, comments, then sound at 48 kHz. For one thread. */
final class OpusStream {

    static final int RATE = 48_000;

    /** Of a packet: 120 ms. */
    private static final int MOST_SAMPLES = RATE * 120 / 1000;

    private static final int HEAD = 19;
    private static final int MOST_CHANNELS = 2;
    private static final double GAIN_STEPS = 256;

    private final OggPackets ogg;
    private final AudioDecoder.Sink sink;

    OpusStream(InputStream in, AudioDecoder.Sink sink) {
        this.ogg = new OggPackets(in);
        this.sink = sink;
    }

    void decode() throws IOException, SpeechException, OpusException {
        byte[] head = packet();
        if (head.length < HEAD || (head[8] & 0xF0) != 0 || head[9] == 0) {
            throw OggPackets.damaged("Opus", null);
        }
        int channels = head[9] & 0xFF;
        if (channels > MOST_CHANNELS) {
            throw new SpeechException("audio.channels", Map.of("channels", channels, "max", MOST_CHANNELS));
        }
        packet(); // comments
        sink.begin(RATE, channels);
        sound(channels, littleEndian(head, 10) & 0xFFFF, Math.pow(10, littleEndian(head, 16) / GAIN_STEPS / 20));
    }

    private byte[] packet() throws IOException, SpeechException {
        Packet packet = ogg.next();
        if (packet == null) {
            throw OggPackets.damaged("Ogg", null);
        }
        return bytes(packet);
    }

    private static byte[] bytes(Packet packet) {
        return Arrays.copyOfRange(packet.packet_base, packet.packet, packet.packet + packet.bytes);
    }

    private static short littleEndian(byte[] bytes, int at) {
        return (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
    }

    /**
     * Leaves out what the decoder needs to settle and, after the last packet, what the encoder filled it up with: the positions
     * of pages count samples from the first one of the stream.
     */
    private void sound(int channels, int preSkip, double gain) throws IOException, SpeechException, OpusException {
        OpusDecoder decoder = new OpusDecoder(RATE, channels);
        short[] samples = new short[MOST_SAMPLES * channels];
        float[] moment = new float[channels];
        float factor = (float) (gain / 32768);
        long decoded = 0;
        long begin = -1;
        for (Packet packet = ogg.next(); packet != null; packet = ogg.next()) {
            byte[] bytes = bytes(packet);
            int count = decoder.decode(bytes, 0, bytes.length, samples, 0, MOST_SAMPLES, false);
            long end = decoded + count;
            if (packet.e_o_s != 0 && packet.granulepos >= 0) {
                end = Math.clamp(packet.granulepos - Math.max(0, begin), decoded, end);
            } else if (begin < 0 && packet.granulepos >= 0) {
                begin = Math.max(0, packet.granulepos - end);
            }
            for (long at = Math.max(decoded, preSkip); at < end; at++) {
                int from = (int) (at - decoded) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    moment[channel] = samples[from + channel] * factor;
                }
                sink.add(moment);
            }
            decoded += count;
        }
    }
}
