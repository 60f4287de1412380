/** Asks remote services with Java's HTTP client. */
@NullMarked
package io.liying.network.core;

import org.jspecify.annotations.NullMarked;
