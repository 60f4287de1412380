package io.liying.plugin.catalogue;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginCatalogue.Source;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One configured catalogue and what is known of it. Safe for use by many threads. */
final class Catalogue {

    /** How soon a catalogue that did not answer is asked again. */
    private static final Duration RETRY = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    /**
     * What is known.
     *
     * @param fetched when the listings were fetched or found unchanged
     * @param tried when it was asked the last time
     * @param problem why it did not answer then
     */
    private record Known(
            List<Listing> listings,
            Validators validators,
            Optional<Instant> fetched,
            Optional<Instant> tried,
            Map<Language, String> problem) {}

    private final Address address;
    private final Fetcher fetcher;
    private final IndexReader reader;
    private final Mirror mirror;
    private final Refusals refusals;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile @Nullable Known known;

    Catalogue(Address address, Fetcher fetcher, IndexReader reader, Mirror mirror, Refusals refusals, Clock clock) {
        this.address = address;
        this.fetcher = fetcher;
        this.reader = reader;
        this.mirror = mirror;
        this.refusals = refusals;
        this.clock = clock;
    }

    Address address() {
        return address;
    }

    List<Listing> listings() {
        return known().listings();
    }

    Source source() {
        Known now = known();
        return new Source(address.shown(), now.listings().size(), now.fetched(), now.problem());
    }

    /** Whether something is known of it, however old. */
    boolean isKnown() {
        return known().fetched().isPresent();
    }

    /** Whether what is known is older than allowed. */
    boolean isDue(Duration age) {
        Known now = known();
        Duration pause = now.problem().isEmpty() || age.compareTo(RETRY) < 0 ? age : RETRY;
        return now.tried().isEmpty() || !now.tried().get().plus(pause).isAfter(clock.instant());
    }

    private Known known() {
        Known now = known;
        if (now == null) {
            now = remembered();
            known = now;
        }
        return now;
    }

    private Known remembered() {
        Optional<Mirror.Kept> kept = mirror.index(address);
        if (kept.isPresent()) {
            try {
                Optional<Instant> fetched = Optional.of(kept.get().fetched());
                List<Listing> listings = reader.read(kept.get().json(), address.shown());
                return new Known(listings, kept.get().validators(), fetched, fetched, Map.of());
            } catch (PluginException broken) {
                log.warn("The copy of the catalogue {} is not used", address.shown(), broken);
            }
        }
        return new Known(List.of(), Validators.NONE, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Asks the catalogue without keeping the caller waiting, unless it is being asked already. */
    void refreshIn(Executor background, Duration age) {
        if (!queued.compareAndSet(false, true)) {
            return;
        }
        background.execute(() -> {
            try {
                if (isDue(age)) {
                    refresh();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                queued.set(false);
            }
        });
    }

    /** Asks the catalogue; if it does not answer well, what was known stays and the problem is told. */
    void refresh() throws InterruptedException {
        Instant asked = clock.instant();
        refreshing.lockInterruptibly();
        try {
            Known now = known();
            try {
                Optional<Fetcher.Index> fetched = fetcher.index(address, now.validators());
                Optional<Instant> then = Optional.of(asked);
                if (fetched.isEmpty()) {
                    known = new Known(now.listings(), now.validators(), then, then, Map.of());
                    mirror.confirm(address, asked);
                    return;
                }
                byte[] json = fetched.get().json();
                Validators validators = fetched.get().validators();
                known = new Known(reader.read(json, address.shown()), validators, then, then, Map.of());
                mirror.keep(address, new Mirror.Kept(json, validators, asked));
            } catch (PluginException refused) {
                failed(now, asked, refused);
            } catch (IOException disk) {
                log.warn("The index of {} is used, but cannot be kept", address.shown(), disk);
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void failed(Known now, Instant asked, PluginException refused) {
        log.info("The catalogue {} cannot be used: {}", address.shown(), refused.getMessage());
        Map<Language, String> problem =
                now.fetched().isEmpty() ? refused.reasons() : refusals.joined(refused.reasons(), "catalogue.mirror");
        known = new Known(now.listings(), now.validators(), now.fetched(), Optional.of(asked), problem);
    }
}
