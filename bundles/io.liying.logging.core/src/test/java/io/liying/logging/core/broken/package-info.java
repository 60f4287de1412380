/** A component that fails, for the test in a real framework. */
@NullMarked
package io.liying.logging.core.broken;

import org.jspecify.annotations.NullMarked;
