package io.liying.conversation.core;

import io.liying.conversation.api.TurnEvent;
import io.liying.monitor.api.Meters;
import java.time.Duration;
import java.util.Map;

/** What is measured of turns. */
final class TurnMeters {

    private final Meters.Counter turns;
    private final Meters.Timer stages;
    private final AutoCloseable activeTurns;

    TurnMeters(Meters meters, ActiveTurns active) {
        turns = meters.counter("liying_turns_total", "Ended turns by outcome.", "outcome");
        stages = meters.timer("liying_turn_stage_seconds", "Time that the stages of answered turns took.", "stage");
        activeTurns = meters.gauge("liying_turns_active", "Turns accepted and not ended.", active::count);
    }

    void ended(TurnEvent outcome) {
        turns.add(
                1,
                switch (outcome) {
                    case TurnEvent.Completed answered -> "completed";
                    case TurnEvent.Interrupted interrupted -> "interrupted";
                    default -> "failed";
                });
        if (outcome instanceof TurnEvent.Completed answered) {
            for (Map.Entry<String, Duration> stage : answered.timings().entrySet()) {
                stages.record(stage.getValue(), stage.getKey());
            }
        }
    }

    void close() {
        try {
            activeTurns.close();
        } catch (Exception failure) {
            throw new IllegalStateException("The gauge of active turns cannot be ended", failure);
        }
    }
}
