/** Models of speech engines on this machine: where they are, and how a broken one is kept from doing harm. */
@NullMarked
@Export
@Version("1.2.0")
package io.liying.speech.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
