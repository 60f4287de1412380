package io.liying.speech.codecs;

import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads MP3 of MPEG 1, 2 and 2.5 with or without an ID3 tag before it. */
@Component
public final class Mp3Decoder implements AudioDecoder {

    private static final int ID3_HEADER = 10;
    private static final int ID3_FOOTER = 0x10;

    @Activate
    public Mp3Decoder() {}

    @Override
    public boolean reads(byte[] head) {
        return isTag(head) || isFrame(head);
    }

    private static boolean isTag(byte[] head) {
        return head.length >= ID3_HEADER && head[0] == 'I' && head[1] == 'D' && head[2] == '3';
    }

    /** The header of a frame of layer III (ISO/IEC 11172-3, 2.4.2.3): no reserved version, bit rate or sample rate. */
    private static boolean isFrame(byte[] head) {
        return head.length >= 4
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE6) == 0xE2
                && (head[1] & 0x18) != 0x08
                && (head[2] & 0xF0) != 0xF0
                && (head[2] & 0x0C) != 0x0C;
    }

    @Override
    public void decode(InputStream recording, Sink sink) throws SpeechException, IOException {
        try {
            BufferedInputStream in = new BufferedInputStream(recording);
            skipTags(in);
            frames(new Bitstream(in), sink);
        } catch (EOFException | JavaLayerException early) {
            throw damaged(early);
        } catch (RuntimeException malformed) {
            // The library reads what it is given and trips over what no encoder writes.
            throw damaged(malformed);
        }
    }

    /** The library would keep a tag in memory, however large it says it is. */
    private static void skipTags(InputStream in) throws IOException {
        while (true) {
            in.mark(ID3_HEADER);
            byte[] head = in.readNBytes(ID3_HEADER);
            if (!isTag(head)) {
                in.reset();
                return;
            }
            int size = (head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | (head[9] & 0x7F);
            in.skipNBytes(size + ((head[5] & ID3_FOOTER) == 0 ? 0 : ID3_HEADER));
        }
    }

    private static void frames(Bitstream stream, Sink sink) throws JavaLayerException, SpeechException {
        Decoder decoder = new Decoder();
        int rate = 0;
        int channels = 0;
        float[] moment = new float[0];
        for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
            int now = header.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
            if (rate == 0) {
                rate = header.frequency();
                channels = now;
                moment = new float[channels];
                sink.begin(rate, channels);
            } else if (rate != header.frequency() || channels != now) {
                throw damaged(null);
            }
            SampleBuffer samples = (SampleBuffer) decoder.decodeFrame(header, stream);
            for (int at = 0; at + channels <= samples.getBufferLength(); at += channels) {
                for (int channel = 0; channel < channels; channel++) {
                    moment[channel] = samples.getBuffer()[at + channel] / 32768f;
                }
                sink.add(moment);
            }
            stream.closeFrame();
        }
        if (rate == 0) {
            throw damaged(null);
        }
    }

    private static SpeechException damaged(@Nullable Exception cause) {
        Map<String, Object> part = Map.of("part", "MP3");
        return cause == null
                ? new SpeechException("audio.damaged", part)
                : new SpeechException("audio.damaged", part, cause);
    }
}
