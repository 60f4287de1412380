package io.liying.speech.remote;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server with OpenAI's "Create transcription": multipart in, {@code verbose_json} out. Safe for use by many threads. */
final class RemoteServer implements AutoCloseable {

    private static final int MOST_BYTES = 1 << 20;

    private final URI address;
    private final String model;
    private final String key;
    private final Duration patience;
    private @Nullable HttpClient client;

    RemoteServer(URI address, String model, String key, Duration patience) {
        this.address = address;
        this.model = model;
        this.key = key;
        this.patience = patience;
    }

    /** Made for the first utterance: most installations have no server. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
            client = made;
        }
        return made;
    }

    /** @throws SpeechException {@code engine.unreachable} with what the server said */
    RecognitionResult hear(Audio sound, Language language, String prompt) throws SpeechException {
        Form form = new Form();
        form.field("model", model);
        form.field("language", language.code());
        form.field("response_format", "verbose_json");
        form.field("temperature", "0");
        form.field("timestamp_granularities[]", "word");
        if (!prompt.isEmpty()) {
            form.field("prompt", prompt);
        }
        form.file("file", "speech.wav", "audio/wav", Wav.of(sound));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", form.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<InputStream> answer =
                    client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] json = body.readNBytes(MOST_BYTES);
                if (answer.statusCode() != 200) {
                    throw unreachable("it answered with " + answer.statusCode(), null);
                }
                return Answer.read(json);
            }
        } catch (IOException failure) {
            throw unreachable(why(failure), failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw unreachable("interrupted", hurried);
        }
    }

    private static String why(IOException failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private SpeechException unreachable(String why, @Nullable Exception cause) {
        Map<String, String> details =
                Map.of("endpoint", address.getScheme() + "://" + address.getAuthority(), "why", why);
        return cause == null
                ? new SpeechException("engine.unreachable", details)
                : new SpeechException("engine.unreachable", details, cause);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
