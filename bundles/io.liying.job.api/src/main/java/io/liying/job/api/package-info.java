/** Durable background work that survives a restart. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.job.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
