/** Who vouches for a plugin, and what its bytecode uses. */
@NullMarked
package io.liying.plugin.core.trust;

import org.jspecify.annotations.NullMarked;
