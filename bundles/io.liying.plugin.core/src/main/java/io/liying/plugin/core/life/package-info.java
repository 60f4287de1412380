/** Generations of plugins: how one starts, is probed, takes over, and is gone. */
@NullMarked
package io.liying.plugin.core.life;

import org.jspecify.annotations.NullMarked;
