package io.liying.speech.session;

import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import io.liying.job.api.Jobs;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.voice.VoiceRecordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps recordings in a folder for each person, and a job that deletes them when their days are over. */
@Component(
        configurationPid = "io.liying.speech",
        service = {VoiceRecordings.class, JobHandler.class})
public final class KeptVoice implements VoiceRecordings, JobHandler {

    private static final Logger log = LoggerFactory.getLogger(KeptVoice.class);
    private static final String KIND = "recordings";

    private final Path folder;
    private final Jobs jobs;
    private final Clock clock;
    private final Executor background;
    private final @Nullable ExecutorService own;
    private volatile long mostBytes;

    @Activate
    public KeptVoice(TalkConfig config, BundleContext context, @Reference Jobs jobs, @Reference Clock clock) {
        this(config, data(context), jobs, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    private KeptVoice(TalkConfig config, Path folder, Jobs jobs, Clock clock, ExecutorService own) {
        this(config, folder, jobs, clock, own, own);
    }

    /** @param background writes what was heard */
    KeptVoice(TalkConfig config, Path folder, Jobs jobs, Clock clock, Executor background) {
        this(config, folder, jobs, clock, background, null);
    }

    private KeptVoice(
            TalkConfig config,
            Path folder,
            Jobs jobs,
            Clock clock,
            Executor background,
            @Nullable ExecutorService own) {
        this.folder = folder;
        this.jobs = jobs;
        this.clock = clock;
        this.background = background;
        this.own = own;
        modified(config);
    }

    private static Path data(BundleContext context) {
        return Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data"))
                .resolve("recordings");
    }

    @Modified
    void modified(TalkConfig config) {
        mostBytes = config.recordings_mb() * (1L << 20);
    }

    /** Waits for what is being written. */
    @Deactivate
    void deactivate() {
        if (own != null) {
            own.close();
        }
    }

    /** A folder's name that no person's id can leave. */
    private RecordingFolder folder(String personId) {
        String name = URLEncoder.encode(personId, StandardCharsets.UTF_8).replace(".", "%2E");
        return new RecordingFolder(folder.resolve(name));
    }

    @Override
    public synchronized int days(String personId) {
        try {
            return folder(personId).days();
        } catch (IOException unreadable) {
            log.warn("For how long recordings are kept cannot be read; nothing is recorded", unreadable);
            return 0;
        }
    }

    @Override
    public synchronized void keep(String personId, int days) throws IOException {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("Recordings are kept for 0 to " + MOST_DAYS + " days, not " + days);
        }
        folder(personId).days(days);
        tidy(personId);
    }

    @Override
    public synchronized List<Recording> of(String personId) {
        try {
            return folder(personId).recordings();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<Path> sound(String personId, String id) {
        return folder(personId).sound(id);
    }

    @Override
    public synchronized boolean delete(String personId, String id) throws IOException {
        return folder(personId).delete(id);
    }

    @Override
    public synchronized void deleteAll(String personId) throws IOException {
        RecordingFolder recordings = folder(personId);
        for (Recording recording : recordings.recordings()) {
            recordings.delete(recording.id());
        }
    }

    @Override
    public void heard(String personId, Transcript transcript, Audio sound) {
        Instant at = clock.instant();
        background.execute(() -> record(personId, at, transcript, sound));
    }

    private synchronized void record(String personId, Instant at, Transcript transcript, Audio sound) {
        if (days(personId) == 0) {
            return;
        }
        try {
            folder(personId).add(at, transcript.language(), transcript.text(), sound);
            tidy(personId);
        } catch (IOException failure) {
            log.warn("What was said could not be kept as sound", failure);
        }
    }

    private void tidy(String personId) throws IOException {
        tidy(personId, jobs.pending(KIND, personId));
    }

    /** Deletes what is over and sees to it that somebody comes when the next one is. */
    private void tidy(String personId, List<Job> pending) throws IOException {
        Optional<Instant> next = folder(personId).tidy(clock.instant(), mostBytes);
        if (next.isPresent() && pending.stream().anyMatch(job -> !job.dueAt().isAfter(next.get()))) {
            return;
        }
        pending.forEach(job -> jobs.cancel(job.id()));
        next.ifPresent(due -> jobs.schedule(KIND, personId, due, Map.of()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The job itself is told as pending until it is done. */
    @Override
    public synchronized void run(Job job) throws IOException {
        tidy(
                job.personId(),
                jobs.pending(KIND, job.personId()).stream()
                        .filter(other -> !other.id().equals(job.id()))
                        .toList());
    }
}
