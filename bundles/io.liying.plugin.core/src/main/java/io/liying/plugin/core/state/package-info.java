/** What is installed, on disk: written before it takes effect, so that a crash at any moment leaves one truth. */
@NullMarked
package io.liying.plugin.core.state;

import org.jspecify.annotations.NullMarked;
