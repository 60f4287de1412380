/** Meters kept by the Prometheus client library, and their page. */
@NullMarked
package io.liying.monitor.core;

import org.jspecify.annotations.NullMarked;
