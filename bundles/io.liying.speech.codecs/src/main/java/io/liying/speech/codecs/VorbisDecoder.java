package io.liying.speech.codecs;

import io.liying.speech.api.AudioDecoder;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads Ogg Vorbis. */
@Component
public final class VorbisDecoder implements AudioDecoder {

    @Activate
    public VorbisDecoder() {}

    @Override
    public boolean reads(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return start.startsWith("OggS") && start.contains("\u0001vorbis");
    }

    @Override
    public void decode(InputStream recording, Sink sink) throws SpeechException, IOException {
        try {
            new VorbisStream(recording, sink).decode();
        } catch (RuntimeException malformed) {
            // The library reads what it is given and trips over what no encoder writes.
            throw OggPackets.damaged("Vorbis", malformed);
        }
    }
}
