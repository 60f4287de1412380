/** What REST and the socket have in common: reading a message, and the JSON of what happens in a turn. */
@NullMarked
package io.liying.http.rest.turn;

import org.jspecify.annotations.NullMarked;
