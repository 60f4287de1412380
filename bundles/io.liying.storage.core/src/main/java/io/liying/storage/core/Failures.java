package io.liying.storage.core;

import io.liying.storage.api.DatabaseEngine;
import io.liying.storage.api.StorageException;
import java.sql.SQLException;

/** Puts a failure into words, with the engine's knowledge where it has any. */
record Failures(DatabaseEngine engine, String url) {

    StorageException of(String what, Throwable failure) {
        if (failure instanceof StorageException known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                String message = engine.explain(url, refused)
                        .orElseGet(() -> what + ": " + String.valueOf(refused.getMessage()));
                return new StorageException(message, failure);
            }
        }
        return new StorageException(what + ": " + failure, failure);
    }
}
