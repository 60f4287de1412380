/** Who may come in: host, origin, rate, number and person of a request. */
@NullMarked
package io.liying.http.core.gate;

import org.jspecify.annotations.NullMarked;
