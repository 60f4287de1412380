/** Asking remote services that the owner allowed. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.network.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
