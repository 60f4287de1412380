/** When LiYing is ready and how it stops in order. */
@NullMarked
@Export
@Version("1.1.0")
package io.liying.runtime.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
