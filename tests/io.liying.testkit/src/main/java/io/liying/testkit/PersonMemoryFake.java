package io.liying.testkit;

import io.liying.conversation.api.SessionStates;
import io.liying.i18n.api.Language;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Preferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Facts, preferences and the states of sessions kept in memory instead of a database. Safe for use by many threads. */
public final class PersonMemoryFake implements Memory, SessionStates {

    private final Map<String, List<Fact>> facts = new HashMap<>();
    private final Map<String, Preferences> preferences = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private int remembered;
    private int saved;

    /** How often a state was saved. */
    public synchronized int saved() {
        return saved;
    }

    @Override
    public synchronized Optional<Fact> remember(String personId, Language language, String text) {
        Fact fact = new Fact("fact-" + ++remembered, text.strip(), language, Instant.EPOCH.plusSeconds(remembered));
        facts.computeIfAbsent(personId, person -> new ArrayList<>()).addFirst(fact);
        return Optional.of(fact);
    }

    @Override
    public synchronized List<Fact> facts(String personId) {
        return List.copyOf(facts.getOrDefault(personId, List.of()));
    }

    @Override
    public synchronized boolean forget(String personId, String factId) {
        return facts.getOrDefault(personId, new ArrayList<>())
                .removeIf(fact -> fact.id().equals(factId));
    }

    @Override
    public synchronized Preferences preferences(String personId) {
        return preferences.getOrDefault(personId, Preferences.NONE);
    }

    @Override
    public synchronized void prefer(String personId, Preferences wanted) {
        preferences.put(personId, wanted);
    }

    @Override
    public synchronized Preferences prefer(String personId, UnaryOperator<Preferences> change) {
        Preferences changed = change.apply(preferences(personId));
        prefer(personId, changed);
        return changed;
    }

    @Override
    public synchronized int forgetAll(String personId) {
        preferences.remove(personId);
        List<Fact> forgotten = facts.remove(personId);
        return forgotten == null ? 0 : forgotten.size();
    }

    @Override
    public synchronized String export(String personId, Language reader, Format format) {
        return format + " " + facts(personId).stream().map(Fact::text).toList();
    }

    @Override
    public synchronized CompletionStage<Void> save(String personId, String sessionId, String state) {
        saved++;
        states.put(personId + "/" + sessionId, state);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Optional<String> find(String personId, String sessionId) {
        return Optional.ofNullable(states.get(personId + "/" + sessionId));
    }
}
