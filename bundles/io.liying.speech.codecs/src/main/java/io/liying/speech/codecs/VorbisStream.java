package io.liying.speech.codecs;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The packets of Vorbis: three headers, then sound. For one thread. */
final class VorbisStream {

    private static final int HEADERS = 3;
    private static final int MOST_CHANNELS = 6;

    private final OggPackets ogg;
    private final AudioDecoder.Sink sink;
    private final Info info = new Info();
    private final Comment comment = new Comment();
    private final DspState dsp = new DspState();
    private final Block block = new Block(dsp);
    private float[] moment = {};
    private int packets;

    VorbisStream(InputStream in, AudioDecoder.Sink sink) {
        this.ogg = new OggPackets(in);
        this.sink = sink;
        info.init();
        comment.init();
    }

    void decode() throws IOException, SpeechException {
        for (Packet packet = ogg.next(); packet != null; packet = ogg.next()) {
            if (packets < HEADERS) {
                header(packet);
            } else {
                sound(packet);
            }
            packets++;
        }
        if (packets < HEADERS) {
            throw OggPackets.damaged("Ogg", null);
        }
    }

    private void header(Packet packet) throws SpeechException {
        if (info.synthesis_headerin(comment, packet) < 0) {
            throw OggPackets.damaged("Vorbis", null);
        }
        if (packets == HEADERS - 1) {
            if (info.channels > MOST_CHANNELS) {
                throw new SpeechException("audio.channels", Map.of("channels", info.channels, "max", MOST_CHANNELS));
            }
            sink.begin(info.rate, info.channels);
            moment = new float[info.channels];
            dsp.synthesis_init(info);
            block.init(dsp);
        }
    }

    private void sound(Packet packet) throws SpeechException {
        if (block.synthesis(packet) == 0) {
            dsp.synthesis_blockin(block);
        }
        float[][][] channels = new float[1][][];
        int[] starts = new int[info.channels];
        for (int count = dsp.synthesis_pcmout(channels, starts);
                count > 0;
                count = dsp.synthesis_pcmout(channels, starts)) {
            for (int i = 0; i < count; i++) {
                for (int channel = 0; channel < moment.length; channel++) {
                    moment[channel] = channels[0][channel][starts[channel] + i];
                }
                sink.add(moment);
            }
            dsp.synthesis_read(count);
        }
    }
}
