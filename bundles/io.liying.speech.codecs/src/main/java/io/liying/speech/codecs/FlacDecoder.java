package io.liying.speech.codecs;

import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;
import org.jflac.metadata.StreamInfo;
import org.jflac.util.ByteData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads FLAC of 8, 16 and 24 bits. */
@Component
public final class FlacDecoder implements AudioDecoder {

    private static final int MOST_CHANNELS = 6;

    @Activate
    public FlacDecoder() {}

    @Override
    public boolean reads(byte[] head) {
        return head.length >= 4 && head[0] == 'f' && head[1] == 'L' && head[2] == 'a' && head[3] == 'C';
    }

    @Override
    public void decode(InputStream recording, Sink sink) throws SpeechException, IOException {
        try {
            FLACDecoder decoder = new FLACDecoder(recording);
            decoder.readMetadata();
            StreamInfo info = decoder.getStreamInfo();
            if (info == null) {
                throw damaged("STREAMINFO", null);
            }
            begin(info, sink);
            frames(decoder, info, sink);
        } catch (IOException early) {
            throw damaged("frame", early);
        } catch (RuntimeException malformed) {
            // The library reads what it is given and trips over what no encoder writes.
            throw damaged("frame", malformed);
        }
    }

    private static void begin(StreamInfo info, Sink sink) throws SpeechException {
        int bits = info.getBitsPerSample();
        if (bits != 8 && bits != 16 && bits != 24) {
            throw new SpeechException("audio.encoding", Map.of("encoding", 0xF1AC, "bits", bits));
        }
        if (info.getChannels() > MOST_CHANNELS) {
            throw new SpeechException("audio.channels", Map.of("channels", info.getChannels(), "max", MOST_CHANNELS));
        }
        sink.begin(info.getSampleRate(), info.getChannels());
    }

    private static void frames(FLACDecoder decoder, StreamInfo info, Sink sink) throws SpeechException, IOException {
        float[] moment = new float[info.getChannels()];
        int bytes = info.getBitsPerSample() / 8;
        ByteData data = new ByteData(0);
        long samples = 0;
        for (Frame frame = decoder.readNextFrame(); frame != null; frame = decoder.readNextFrame()) {
            data = decoder.decodeFrame(frame, data);
            byte[] pcm = data.getData();
            for (int at = 0; at + moment.length * bytes <= data.getLen(); at += moment.length * bytes) {
                for (int channel = 0; channel < moment.length; channel++) {
                    moment[channel] = value(pcm, at + channel * bytes, bytes);
                }
                sink.add(moment);
                samples++;
            }
        }
        if (samples < info.getTotalSamples()) {
            throw damaged("frame", null);
        }
    }

    private static float value(byte[] pcm, int at, int bytes) {
        return switch (bytes) {
            case 1 -> ((pcm[at] & 0xFF) - 128) / 128f;
            case 2 -> ((pcm[at + 1] << 8) | (pcm[at] & 0xFF)) / 32768f;
            default -> ((pcm[at + 2] << 16) | (pcm[at + 1] & 0xFF) << 8 | (pcm[at] & 0xFF)) / 8388608f;
        };
    }

    private static SpeechException damaged(String part, @org.jspecify.annotations.Nullable Exception cause) {
        return cause == null
                ? new SpeechException("audio.damaged", Map.of("part", part))
                : new SpeechException("audio.damaged", Map.of("part", part), cause);
    }
}
