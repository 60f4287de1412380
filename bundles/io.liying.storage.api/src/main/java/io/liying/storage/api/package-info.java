/** One database for all bundles: connections, migrations, durable writes and backup. */
@NullMarked
@Export
@Version("1.1.0")
package io.liying.storage.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
