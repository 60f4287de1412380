/** The life of plugins: staged, probed, promoted by one switch, drained, rolled back, and kept over crashes. */
@NullMarked
package io.liying.plugin.core;

import org.jspecify.annotations.NullMarked;
