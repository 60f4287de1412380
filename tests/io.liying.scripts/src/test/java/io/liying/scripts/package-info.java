/** Plays the conversations of the script files against the real bundles. */
@NullMarked
package io.liying.scripts;

import org.jspecify.annotations.NullMarked;
