package io.liying.conversation.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where the models run things.
 *
 * @param background for what blocks
 * @param ui for what changes a model
 */
public record Threads(Executor background, Executor ui) {

    /** Gets something in the background and takes it on the UI thread. */
    <T> void fetch(Supplier<T> source, Consumer<T> taker) {
        background.execute(() -> {
            T fetched = source.get();
            ui.execute(() -> taker.accept(fetched));
        });
    }
}
