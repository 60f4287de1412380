package io.liying.speech.codecs;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Ogg stream: pages into packets, three header packets, then packets of sound. For one thread. */
final class VorbisStream {

    private static final int BLOCK = 4096;
    private static final int HEADERS = 3;
    private static final int MOST_CHANNELS = 6;

    private final InputStream in;
    private final AudioDecoder.Sink sink;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Info info = new Info();
    private final Comment comment = new Comment();
    private final DspState dsp = new DspState();
    private final Block block = new Block(dsp);
    private float[] moment = {};
    private int packets;
    private boolean opened;
    private boolean ended;

    VorbisStream(InputStream in, AudioDecoder.Sink sink) {
        this.in = in;
        this.sink = sink;
        sync.init();
        info.init();
        comment.init();
    }

    void decode() throws IOException, SpeechException {
        Page page = new Page();
        while (!ended) {
            int result = sync.pageout(page);
            if (result == 1) {
                page(page);
            } else if (!more()) {
                break;
            }
        }
        if (packets < HEADERS || !ended) {
            throw damaged("Ogg", null);
        }
    }

    private boolean more() throws IOException {
        int offset = sync.buffer(BLOCK);
        int count = in.read(sync.data, offset, BLOCK);
        sync.wrote(Math.max(0, count));
        return count > 0;
    }

    private void page(Page page) throws SpeechException {
        if (!opened) {
            stream.init(page.serialno());
            opened = true;
        }
        stream.pagein(page);
        Packet packet = new Packet();
        while (stream.packetout(packet) == 1) {
            if (packets < HEADERS) {
                header(packet);
            } else {
                sound(packet);
            }
            packets++;
        }
        ended = page.eos() != 0;
    }

    private void header(Packet packet) throws SpeechException {
        if (info.synthesis_headerin(comment, packet) < 0) {
            throw damaged("Vorbis", null);
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

    static SpeechException damaged(String part, @Nullable Exception cause) {
        return cause == null
                ? new SpeechException("audio.damaged", Map.of("part", part))
                : new SpeechException("audio.damaged", Map.of("part", part), cause);
    }
}
