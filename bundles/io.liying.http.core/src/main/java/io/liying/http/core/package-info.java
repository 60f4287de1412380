/** The HTTP server's settings, its address, and the entrance through which every request comes. */
@NullMarked
package io.liying.http.core;

import org.jspecify.annotations.NullMarked;
