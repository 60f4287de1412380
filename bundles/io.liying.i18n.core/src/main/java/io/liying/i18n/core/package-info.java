/** Reads and formats the message files of all bundles, and tells the time in the person's zone. */
@NullMarked
package io.liying.i18n.core;

import org.jspecify.annotations.NullMarked;
