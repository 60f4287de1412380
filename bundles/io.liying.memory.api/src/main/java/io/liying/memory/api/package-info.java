/** What is remembered of a person beyond a conversation. */
@NullMarked
@Export
@Version("1.1.0")
package io.liying.memory.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
