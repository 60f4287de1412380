/** From a request to the route that answers it, and from its answer to bytes. */
@NullMarked
package io.liying.http.core.route;

import org.jspecify.annotations.NullMarked;
