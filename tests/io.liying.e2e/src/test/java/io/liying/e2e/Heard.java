package io.liying.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** A recording for {@code POST /asr}. */
final class Heard {

    private Heard() {}

    /** What the server makes of it. */
    static JsonNode by(Server server, byte[] wav, String language) throws IOException, InterruptedException {
        String begin = "--cut\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\n" + language
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(begin),
                BodyPublishers.ofByteArray(wav),
                BodyPublishers.ofString("\r\n--cut--\r\n"));
        return new ObjectMapper()
                .readTree(server.send(server.request("/asr")
                                .header("Content-Type", "multipart/form-data; boundary=cut")
                                .POST(body))
                        .body());
    }
}
