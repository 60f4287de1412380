/** What a text means: its language, its intent and its entities. */
@NullMarked
@Export
@Version("1.6.0")
package io.liying.nlu.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
