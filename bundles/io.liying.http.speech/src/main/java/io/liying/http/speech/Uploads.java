package io.liying.http.speech;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Receives recordings: as the part "file" (or "audio") of a form, or as the body itself. Nothing of them is kept. */
@Component(service = Uploads.class, configurationPid = "io.liying.speech")
@Designate(ocd = RecordingUploadConfig.class)
public final class Uploads {

    private static final int FIELD_BYTES = 65_536;
    private static final int MOST_PARTS = 64;

    private final Texts texts;
    private volatile long limit;

    @Activate
    public Uploads(@Reference Texts texts, RecordingUploadConfig config) {
        this.texts = texts;
        this.limit = bytes(config);
    }

    @Modified
    void modified(RecordingUploadConfig config) {
        limit = bytes(config);
    }

    private static long bytes(RecordingUploadConfig config) {
        return config.upload_mb() * 1024L * 1024L;
    }

    /**
     * The schema of a form with a recording.
     *
     * @param fields the types of its other fields by their names
     */
    static Map<String, Object> form(Map<String, String> fields) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("file", Map.of("type", "string", "format", "binary"));
        fields.forEach((name, type) -> properties.put(name, Map.of("type", type)));
        Map<String, Object> schema = Map.of("type", "object", "required", List.of("file"), "properties", properties);
        return Map.of("content", Map.of("multipart/form-data", Map.of("schema", schema)));
    }

    /** Answers a recording. */
    @FunctionalInterface
    interface Use<T> {
        T with(Upload upload) throws ProblemException, IOException, InterruptedException;
    }

    /** Receives a recording, has it used and deletes it. */
    <T> T receive(Request request, Use<T> use) throws ProblemException, IOException, InterruptedException {
        Path body = Files.createTempFile("liying-speech", ".body");
        Path file = Files.createTempFile("liying-speech", ".audio");
        try {
            try (OutputStream out = Files.newOutputStream(body)) {
                request.body(out, limit);
            }
            String type = request.header("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
                return use.with(new Upload(body, Map.of()));
            }
            return use.with(new Upload(file, split(body, type, file, request.language())));
        } finally {
            Files.deleteIfExists(body);
            Files.deleteIfExists(file);
        }
    }

    private Map<String, List<String>> split(Path body, String type, Path file, Language reader)
            throws ProblemException, IOException {
        String boundary = parameters(type).get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw texts.problem(400, "form.malformed", reader, Map.of());
        }
        Map<String, List<String>> fields = new HashMap<>();
        boolean found = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(body))) {
            MultipartStream form = new MultipartStream(in, boundary.getBytes(StandardCharsets.ISO_8859_1), 8192, null);
            boolean more = form.skipPreamble();
            if (!more) {
                throw texts.problem(400, "form.malformed", reader, Map.of());
            }
            for (int parts = 0; more && parts < MOST_PARTS; parts++) {
                String name = name(form.readHeaders()).orElse("");
                if (!found && (name.equals("file") || name.equals("audio"))) {
                    found = true;
                    try (OutputStream out = Files.newOutputStream(file)) {
                        form.readBodyData(out);
                    }
                } else {
                    fields.computeIfAbsent(name, key -> new ArrayList<>()).add(text(form));
                }
                more = form.readBoundary();
            }
        } catch (IllegalArgumentException | MultipartStream.MalformedStreamException malformed) {
            throw texts.problem(400, "form.malformed", reader, Map.of());
        }
        if (!found) {
            throw texts.problem(400, "form.file", reader, Map.of());
        }
        return fields;
    }

    private static String text(MultipartStream form) throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        form.readBodyData(new OutputStream() {
            @Override
            public void write(int one) {
                if (value.size() < FIELD_BYTES) {
                    value.write(one);
                }
            }
        });
        return value.toString(StandardCharsets.UTF_8);
    }

    private static Optional<String> name(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .flatMap(line ->
                        Optional.ofNullable(parameters(line.substring(line.indexOf(':') + 1))
                                        .get("name"))
                                .stream())
                .findFirst();
    }

    private static Map<String, String> parameters(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, new char[] {';', ','});
    }
}
