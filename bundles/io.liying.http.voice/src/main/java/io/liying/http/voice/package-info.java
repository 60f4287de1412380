/** Speaking over HTTP and WebSocket. */
@NullMarked
package io.liying.http.voice;

import org.jspecify.annotations.NullMarked;
