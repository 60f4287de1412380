/** Speaking: text in, sound out while it arises; engines that can be swapped, and conversations by voice. */
@NullMarked
@Export
@Version("1.2.0")
package io.liying.speech.api.voice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
