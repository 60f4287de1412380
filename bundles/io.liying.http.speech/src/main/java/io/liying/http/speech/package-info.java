/** Speech over HTTP. */
@NullMarked
package io.liying.http.speech;

import org.jspecify.annotations.NullMarked;
