/** Who asks, and what that person may do. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.security.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
