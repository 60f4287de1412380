/** The durable scheduler. */
@NullMarked
package io.liying.job.core;

import org.jspecify.annotations.NullMarked;
