package io.liying.console.core;

import io.liying.i18n.api.MachineLanguage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The program behind {@code ./liying say …}: a running server speaks, and the sound is played here or written to a file. */
public final class SpeechClient {

    private static final int WAV_HEADER_BYTES = 44;
    private static final int PART_BYTES = 4096;

    private final Texts texts;
    private final PrintStream out;

    private SpeechClient(Texts texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Texts texts = new Texts(MachineLanguage.find(), "speech");
        System.exit(run(
                List.of(arguments),
                Path.of(System.getProperty("liying.data", "data")),
                texts,
                Screens.output(),
                Screens.problems()));
    }

    /** @return the exit code: 0 said, 1 refused, 2 wrong words or no server */
    static int run(List<String> arguments, Path data, Texts texts, PrintStream out, PrintStream problems)
            throws InterruptedException {
        try {
            return new SpeechClient(texts, out).say(arguments, data, problems);
        } catch (BackendException wrong) {
            problems.println(Screen.harmless(wrong.reason()));
            return ExitCode.USAGE;
        } catch (IOException | LineUnavailableException | IllegalArgumentException failed) {
            problems.println(texts.text("sound.none", "reason", Screen.harmless(String.valueOf(failed.getMessage()))));
            return 1;
        }
    }

    private int say(List<String> arguments, Path data, PrintStream problems)
            throws BackendException, IOException, InterruptedException, LineUnavailableException {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        String file = "";
        String url = "";
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            boolean valued = index + 1 < arguments.size();
            switch (argument) {
                case "--voice", "--language" -> fields.put(argument.substring(2), value(arguments, ++index, valued));
                case "--out" -> file = value(arguments, ++index, valued);
                case "--url" -> url = value(arguments, ++index, valued);
                default -> words.add(argument);
            }
        }
        if (words.isEmpty()) {
            throw new BackendException(texts.text("usage"));
        }
        fields.put("text", String.join(" ", words));
        URI server = URI.create(url.isEmpty() ? endpoint(data) : url);
        HttpResponse<InputStream> answer = ask(server, fields);
        try (InputStream sound = new BufferedInputStream(answer.body())) {
            if (answer.statusCode() != 200) {
                String problem = new String(sound.readAllBytes(), StandardCharsets.UTF_8);
                problems.println(
                        Screen.harmless(Wire.parse(problem).path("detail").asText(problem)));
                return 1;
            }
            if (file.isEmpty()) {
                play(sound, rate(answer));
            } else {
                save(sound, Path.of(file));
            }
        }
        return 0;
    }

    private String value(List<String> arguments, int index, boolean there) throws BackendException {
        if (!there) {
            throw new BackendException(texts.text("usage"));
        }
        return arguments.get(index);
    }

    private String endpoint(Path data) throws BackendException {
        try {
            return Files.readString(data.resolve("endpoint")).strip().split("\\s+", 2)[0];
        } catch (IOException none) {
            throw new BackendException(texts.text("server.none", "folder", data));
        }
    }

    private HttpResponse<InputStream> ask(URI server, Map<String, Object> fields)
            throws BackendException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/v1/speech"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", texts.language().code())
                .POST(HttpRequest.BodyPublishers.ofString(Wire.write(fields)))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw new BackendException(texts.text("server.silent", "address", server));
        }
    }

    private static int rate(HttpResponse<?> answer) {
        return Integer.parseInt(answer.headers().firstValue("X-Sample-Rate").orElse("22050"));
    }

    private static void play(InputStream sound, int rate) throws IOException, LineUnavailableException {
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            sound.skipNBytes(WAV_HEADER_BYTES);
            byte[] part = sound.readNBytes(PART_BYTES);
            while (part.length > 1) {
                line.write(part, 0, part.length / 2 * 2);
                part = sound.readNBytes(PART_BYTES);
            }
            line.drain();
        }
    }

    private void save(InputStream sound, Path file) throws IOException {
        Files.write(file, withLength(sound.readAllBytes()));
        out.println(texts.text("saved", "file", file));
    }

    /** A stream's header does not know its length; a file's does. */
    private static byte[] withLength(byte[] wav) {
        ByteBuffer file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(4, wav.length - 8);
        file.putInt(WAV_HEADER_BYTES - 4, wav.length - WAV_HEADER_BYTES);
        return wav;
    }
}
