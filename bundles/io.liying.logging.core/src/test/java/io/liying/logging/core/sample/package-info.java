/** A bundle that logs, for the test in a real framework. */
@NullMarked
package io.liying.logging.core.sample;

import org.jspecify.annotations.NullMarked;
