package io.liying.storage.core;

import io.liying.storage.api.DatabaseEngine;

/** The engine that understands the configured address; a service inside this bundle. */
record SelectedEngine(DatabaseEngine engine, DatabaseSettings settings) {}
