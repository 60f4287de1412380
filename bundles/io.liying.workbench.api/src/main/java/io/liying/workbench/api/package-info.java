/** Views that a bundle adds to the desktop window while it runs. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.workbench.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
