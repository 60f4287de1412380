/** Benchmarks that print ratios against a named peer or limit measured in the same run. */
@NullMarked
package io.liying.bench;

import org.jspecify.annotations.NullMarked;
