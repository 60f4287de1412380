/** Routes that a bundle adds to the HTTP server while it runs. */
@NullMarked
@Export
@Version("1.2.0")
package io.liying.http.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
