package io.liying.plugin.catalogue;

import io.liying.plugin.api.PluginCatalogue.Release;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fetches indexes and files of catalogues. Safe for use by many threads. */
final class Fetcher {

    /** An index as it was fetched. */
    record Index(byte[] json, Validators validators) {}

    private final Web web;
    private final Limits limits;
    private final Refusals refusals;

    Fetcher(Limits limits, Refusals refusals) {
        this.web = new Web(limits.connect(), refusals);
        this.limits = limits;
        this.refusals = refusals;
    }

    /**
     * The index of a catalogue.
     *
     * @param known of the index that is here
     * @return empty if it has not changed since then
     */
    Optional<Index> index(Address address, Validators known) throws PluginException, InterruptedException {
        return switch (address) {
            case Address.Folder folder -> Optional.of(new Index(read(folder), Validators.NONE));
            case Address.Web there -> index(there, known);
        };
    }

    private Optional<Index> index(Address.Web there, Validators known) throws PluginException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        if (!known.etag().isEmpty()) {
            headers.put("If-None-Match", known.etag());
        }
        if (!known.modified().isEmpty()) {
            headers.put("If-Modified-Since", known.modified());
        }
        HttpResponse<byte[]> answer = web.get(
                there.index(),
                there.shown(),
                headers,
                BodySubscribers::ofByteArray,
                IndexReader.LARGEST,
                limits.index());
        if (answer.statusCode() == 304) {
            if (headers.isEmpty()) {
                throw refusals.refuse("catalogue.unreachable", Map.of("source", there.shown(), "reason", "HTTP 304"));
            }
            return Optional.empty();
        }
        HttpHeaders said = answer.headers();
        Validators validators = new Validators(
                said.firstValue("ETag").orElse(""),
                said.firstValue("Last-Modified").orElse(""));
        return Optional.of(new Index(answer.body(), validators));
    }

    private byte[] read(Address.Folder folder) throws PluginException {
        Path index = folder.folder().resolve(Address.INDEX);
        try (InputStream in = Files.newInputStream(index)) {
            byte[] json = in.readNBytes(IndexReader.LARGEST + 1);
            if (json.length > IndexReader.LARGEST) {
                throw refusals.refuse("catalogue.large", Map.of("source", folder.shown()));
            }
            return json;
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    /** Fetches a file; whether it is the right one is not checked here, but it is never longer than the release says. */
    void file(Address address, Release release, Path target) throws PluginException, InterruptedException, IOException {
        switch (address) {
            case Address.Folder folder -> copy(folder, release, target);
            case Address.Web there -> {
                HttpResponse<Path> answer = web.get(
                        there.file(release.file()),
                        there.shown(),
                        Map.of(),
                        () -> BodySubscribers.ofFile(
                                target,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        release.bytes(),
                        limits.file());
                if (answer.statusCode() != 200) {
                    throw refusals.refuse(
                            "catalogue.unreachable", Map.of("source", there.shown(), "reason", "HTTP 304"));
                }
            }
        }
    }

    /** A link that leads out of the folder is not followed. */
    private void copy(Address.Folder folder, Release release, Path target) throws PluginException, IOException {
        try {
            Path root = folder.folder().toRealPath();
            Path file = root.resolve(release.file()).toRealPath();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                throw new IOException(release.file() + " is outside the folder");
            }
            if (Files.size(file) > release.bytes()) {
                throw refusals.refuse("catalogue.large", Map.of("source", folder.shown()));
            }
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(target)) {
                out.write(in.readNBytes((int) release.bytes()));
            }
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    private PluginException unreadable(Address.Folder folder, IOException failure) {
        String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return refusals.refuse("catalogue.unreachable", Map.of("source", folder.shown(), "reason", reason), failure);
    }
}
