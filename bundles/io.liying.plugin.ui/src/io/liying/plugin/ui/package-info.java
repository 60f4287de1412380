/** The views of plugins in the desktop window. */
@NullMarked
package io.liying.plugin.ui;

import org.jspecify.annotations.NullMarked;
