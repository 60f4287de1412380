/** Measurements of the running system. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.monitor.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
