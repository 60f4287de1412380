/** The state of the configuration files. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.configuration.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
