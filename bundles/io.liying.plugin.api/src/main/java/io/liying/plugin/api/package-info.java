/** What a plugin declares and is given, and how plugins are installed, upgraded, rolled back and removed. */
@NullMarked
@Export
@Version("1.1.0")
package io.liying.plugin.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
