package io.liying.speech.codecs;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Writes mono Opus in Ogg (RFC 7845) of some 32 kbit/s, a page for each fifth of a second. */
@Component
public final class OggOpusEncoder implements AudioEncoder {

    private static final int RATE = 24_000;
    private static final int BITS = 32_000;

    @Activate
    public OggOpusEncoder() {}

    @Override
    public String format() {
        return "opus";
    }

    @Override
    public String mediaType() {
        return "audio/ogg";
    }

    @Override
    public OptionalInt sampleRate() {
        return OptionalInt.of(RATE);
    }

    @Override
    public Encoding begin(int sampleRate) {
        try {
            return new Ogg(sampleRate);
        } catch (OpusException refused) {
            throw new IllegalArgumentException("Opus does not take " + sampleRate + " samples a second", refused);
        }
    }

    /** One file. */
    private static final class Ogg implements Encoding {

        private static final int FRAME_MILLIS = 20;
        private static final int PACKETS_A_PAGE = 10;
        private static final int LONGEST_PACKET = 1500;

        private final StreamState stream = new StreamState();
        private final ByteArrayOutputStream ready = new ByteArrayOutputStream();
        private final OpusEncoder encoder;
        private final int preSkip;
        private final int step;
        private final short[] frame;
        private final byte[] encoded = new byte[LONGEST_PACKET];
        private int filled;
        private int packets;
        private long position;
        private long given;

        Ogg(int sampleRate) throws OpusException {
            encoder = new OpusEncoder(sampleRate, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setBitrate(BITS);
            encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
            step = OpusStream.RATE / sampleRate;
            frame = new short[sampleRate * FRAME_MILLIS / 1000];
            preSkip = encoder.getLookahead() * step;
            stream.init(ThreadLocalRandom.current().nextInt());
            ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
            head.put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                    .put((byte) 1)
                    .put((byte) 1);
            head.putShort((short) preSkip).putInt(sampleRate);
            packet(head.array(), 19, false);
            flush();
            byte[] vendor = "LiYing".getBytes(StandardCharsets.US_ASCII);
            ByteBuffer tags = ByteBuffer.allocate(16 + vendor.length).order(ByteOrder.LITTLE_ENDIAN);
            tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII))
                    .putInt(vendor.length)
                    .put(vendor);
            packet(tags.array(), tags.capacity(), false);
            flush();
        }

        @Override
        public byte[] add(Audio sound) {
            for (short sample : sound.samples()) {
                frame[filled++] = sample;
                if (filled == frame.length) {
                    encode(false);
                }
            }
            given += (long) sound.samples().length * step;
            return take();
        }

        /** Fills the last frame up and says where the sound ends in it. */
        @Override
        public byte[] end() {
            while (position + (long) frame.length * step < given + preSkip) {
                Arrays.fill(frame, filled, frame.length, (short) 0);
                encode(false);
            }
            Arrays.fill(frame, filled, frame.length, (short) 0);
            encode(true);
            flush();
            return take();
        }

        private void encode(boolean last) {
            try {
                int bytes = encoder.encode(frame, 0, frame.length, encoded, 0, encoded.length);
                position = last ? given + preSkip : position + (long) frame.length * step;
                packet(encoded, bytes, last);
            } catch (OpusException impossible) {
                throw new IllegalStateException("Opus could not write a frame", impossible);
            }
            filled = 0;
            if (packets % PACKETS_A_PAGE == 0) {
                flush();
            }
        }

        private void packet(byte[] bytes, int length, boolean last) {
            Packet packet = new Packet();
            packet.packet_base = bytes;
            packet.bytes = length;
            packet.b_o_s = packets == 0 ? 1 : 0;
            packet.e_o_s = last ? 1 : 0;
            packet.granulepos = position;
            packet.packetno = packets++;
            stream.packetin(packet);
        }

        private void flush() {
            Page page = new Page();
            while (stream.flush(page) != 0) {
                ready.write(page.header_base, page.header, page.header_len);
                ready.write(page.body_base, page.body, page.body_len);
            }
        }

        private byte[] take() {
            byte[] bytes = ready.toByteArray();
            ready.reset();
            return bytes;
        }

        @Override
        public void close() {
            stream.clear();
        }
    }
}
