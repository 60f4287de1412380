/** The seven languages and the texts that are shown or spoken in them. */
@NullMarked
@Export
@Version("1.2.0")
package io.liying.i18n.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
