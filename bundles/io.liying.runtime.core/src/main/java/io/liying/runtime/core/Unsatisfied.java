package io.liying.runtime.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A component that is not there.
 *
 * @param name its name
 * @param problem why, in words that go on after its name
 * @param missing the services that it waits for; empty if something else is wrong
 * @param provides the services that it would be
 */
record Unsatisfied(String name, String problem, List<String> missing, List<String> provides) {

    private static final int MOST_NAMED = 5;

    /** What is wrong in words: each component that does not only wait for another one of these, and how many do. */
    static List<String> told(List<Unsatisfied> all) {
        Set<String> late = new HashSet<>();
        all.forEach(one -> late.addAll(one.provides()));
        List<String> problems = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (Unsatisfied one : all) {
            if (!one.missing().isEmpty() && late.containsAll(one.missing())) {
                waiting.add(one.name());
            } else {
                problems.add(one.toString());
            }
        }
        if (problems.isEmpty()) {
            all.forEach(one -> problems.add(one.toString()));
        } else if (!waiting.isEmpty()) {
            problems.add(waiting.size() + " more wait for them: "
                    + String.join(", ", waiting.subList(0, Math.min(MOST_NAMED, waiting.size())))
                    + (waiting.size() > MOST_NAMED ? ", …" : ""));
        }
        return problems;
    }

    @Override
    public String toString() {
        return name + " " + problem;
    }
}
