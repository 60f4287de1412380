/** Hearing: sound in, what was said out; engines that can be swapped, and the one service that doors use. */
@NullMarked
@Export
@Version("1.6.0")
package io.liying.speech.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
