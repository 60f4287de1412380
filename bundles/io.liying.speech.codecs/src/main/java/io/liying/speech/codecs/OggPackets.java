package io.liying.speech.codecs;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packets of the first stream in an Ogg file (RFC 3533). For one thread. */
final class OggPackets {

    private static final int BLOCK = 4096;

    private final InputStream in;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    private boolean opened;
    private boolean lastPage;

    OggPackets(InputStream in) {
        this.in = in;
        sync.init();
    }

    /**
     * The next packet, null after the last one; the same object each time.
     *
     * @throws SpeechException if the file ends before the stream does
     */
    @Nullable
    Packet next() throws IOException, SpeechException {
        while (!opened || stream.packetout(packet) != 1) {
            if (lastPage) {
                return null;
            }
            page();
        }
        return packet;
    }

    private void page() throws IOException, SpeechException {
        while (sync.pageout(page) != 1) {
            int offset = sync.buffer(BLOCK);
            int count = in.read(sync.data, offset, BLOCK);
            if (count <= 0) {
                throw damaged("Ogg", null);
            }
            sync.wrote(count);
        }
        if (!opened) {
            stream.init(page.serialno());
            opened = true;
        }
        if (stream.pagein(page) == 0) {
            lastPage = page.eos() != 0;
        }
    }

    static SpeechException damaged(String part, @Nullable Throwable cause) {
        return cause == null
                ? new SpeechException("audio.damaged", Map.of("part", part))
                : new SpeechException("audio.damaged", Map.of("part", part), cause);
    }
}
