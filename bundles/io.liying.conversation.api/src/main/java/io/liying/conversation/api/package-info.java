/** Turns, sessions, history and notices: what every door calls. */
@NullMarked
@Export
@Version("1.2.0")
package io.liying.conversation.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
