/** Fakes and clocks for tests. */
@NullMarked
package io.liying.testkit;

import org.jspecify.annotations.NullMarked;
