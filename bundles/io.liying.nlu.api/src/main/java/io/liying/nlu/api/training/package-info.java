/** Training and evaluation by people: their own sentences, reports, versions and the review of unsure turns. */
@NullMarked
@Export
@Version("1.0.0")
package io.liying.nlu.api.training;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
