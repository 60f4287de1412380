/** Meters that cost little to keep, and their page in Prometheus text format. */
@NullMarked
package io.liying.monitor.core;

import org.jspecify.annotations.NullMarked;
