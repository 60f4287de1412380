package io.liying.speech.codecs;

import io.github.jaredmdobson.concentus.OpusException;
import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads Opus in Ogg, mono and stereo: what messengers and browsers record. */
@Component
public final class OggOpusDecoder implements AudioDecoder {

    @Activate
    public OggOpusDecoder() {}

    @Override
    public boolean reads(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return start.startsWith("OggS") && start.contains("OpusHead");
    }

    @Override
    public void decode(InputStream recording, Sink sink) throws SpeechException, IOException {
        try {
            new OpusStream(recording, sink).decode();
        } catch (OpusException | RuntimeException | AssertionError malformed) {
            // The library reads what it is given and trips over what no encoder writes.
            throw OggPackets.damaged("Opus", malformed);
        }
    }
}
