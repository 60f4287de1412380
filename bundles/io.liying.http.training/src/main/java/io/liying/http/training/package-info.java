/** Training over HTTP. */
@NullMarked
package io.liying.http.training;

import org.jspecify.annotations.NullMarked;
