/** What a skill is and how it is called. */
@NullMarked
@Export
@Version("1.4.0")
package io.liying.skill.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
