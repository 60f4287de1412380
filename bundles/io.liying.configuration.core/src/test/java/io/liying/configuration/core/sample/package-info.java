/** A bundle that uses the configuration, for the test in a real framework. */
@NullMarked
package io.liying.configuration.core.sample;

import org.jspecify.annotations.NullMarked;
