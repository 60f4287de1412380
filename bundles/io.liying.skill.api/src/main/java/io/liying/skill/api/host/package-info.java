/** How the plugin host brings skills in and out; not for plugins. */
@NullMarked
@Export
@Version("1.1.0")
package io.liying.skill.api.host;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
