package io.liying.http.plugins;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Fetches plugins from addresses if the owner allowed that. Safe for use by many threads. */
@Component(service = Downloads.class, configurationPid = "io.liying.plugins")
@Designate(ocd = UploadConfig.class)
public final class Downloads {

    /** @param sha256 what the file must be, if the person knows it */
    record Wanted(URI address, Optional<String> sha256) {}

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final int MAX_REDIRECTIONS = 5;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private final Texts texts;
    private volatile UploadConfig config;

    @Activate
    public Downloads(@Reference Texts texts, UploadConfig config) {
        this.texts = texts;
        this.config = config;
    }

    @Modified
    void modified(UploadConfig changed) {
        config = changed;
    }

    /** How many bytes a plugin's file may have. */
    long limit() {
        return config.upload_mb() * 1_048_576L;
    }

    /** Reads the address that a request names. */
    Wanted wanted(Request request) throws ProblemException {
        Language language = request.language();
        if (!config.downloads()) {
            throw texts.problem(403, "plugin.downloads.forbidden", language, Map.of());
        }
        Map<String, Object> body = request.json();
        String address = body.get("url") instanceof String text ? text.strip() : "";
        Optional<String> sha256 = body.get("sha256") instanceof String text
                ? Optional.of(text.strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
        return new Wanted(allowed(address, language), sha256);
    }

    private URI allowed(String address, Language language) throws ProblemException {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https") && uri.getHost() != null;
            boolean here = scheme.equals("http") && LOOPBACK.contains(String.valueOf(uri.getHost()));
            if (secure || here) {
                return uri;
            }
        } catch (IllegalArgumentException noAddress) {
            throw texts.problem(400, "plugin.url.value", language, Map.of("url", address));
        }
        throw texts.problem(400, "plugin.url.value", language, Map.of("url", address));
    }

    /** Fetches a file; each redirection must lead to an allowed address, too. */
    void fetch(Wanted wanted, Language language, OutputStream out)
            throws IOException, ProblemException, InterruptedException {
        URI address = wanted.address();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            for (int hops = 0; hops <= MAX_REDIRECTIONS; hops++) {
                HttpResponse<InputStream> answer = send(client, address, language);
                try (InputStream in = answer.body()) {
                    if (answer.statusCode() / 100 != 3) {
                        copy(answer, in, wanted, language, out);
                        return;
                    }
                }
                String next = answer.headers().firstValue("Location").orElse("");
                address = allowed(next.startsWith("/") ? address.resolve("/") + next.substring(1) : next, language);
            }
        }
        throw failed(wanted.address(), "too many redirections", language);
    }

    private HttpResponse<InputStream> send(HttpClient client, URI address, Language language)
            throws ProblemException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(WHOLE).build();
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw failed(address, String.valueOf(failure.getMessage()), language);
        }
    }

    private void copy(
            HttpResponse<InputStream> answer, InputStream in, Wanted wanted, Language language, OutputStream out)
            throws IOException, ProblemException {
        if (answer.statusCode() != 200) {
            throw failed(wanted.address(), "HTTP " + answer.statusCode(), language);
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[65_536];
        long length = 0;
        long end = System.nanoTime() + WHOLE.toNanos();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            length += count;
            if (length > limit()) {
                throw texts.problem(413, "plugin.download.large", language, Map.of("limit", config.upload_mb()));
            }
            if (System.nanoTime() > end) {
                throw failed(wanted.address(), "timeout", language);
            }
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (wanted.sha256().isPresent() && !wanted.sha256().get().equals(found)) {
            throw texts.problem(
                    422,
                    "plugin.download.changed",
                    language,
                    Map.of("expected", wanted.sha256().get(), "found", found));
        }
    }

    private ProblemException failed(URI address, String reason, Language language) {
        return texts.problem(
                422, "plugin.download.failed", language, Map.of("url", address.toString(), "reason", reason));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
