/** Starts the bundles, says when LiYing is ready or why it is not, and stops it in order. */
@NullMarked
package io.liying.runtime.core;

import org.jspecify.annotations.NullMarked;
