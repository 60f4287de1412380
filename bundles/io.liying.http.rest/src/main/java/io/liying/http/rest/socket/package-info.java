/** The conversation over WebSocket. */
@NullMarked
package io.liying.http.rest.socket;

import org.jspecify.annotations.NullMarked;
