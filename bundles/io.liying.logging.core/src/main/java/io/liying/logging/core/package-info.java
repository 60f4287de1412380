/** Where log messages go. */
@NullMarked
package io.liying.logging.core;

import org.jspecify.annotations.NullMarked;
