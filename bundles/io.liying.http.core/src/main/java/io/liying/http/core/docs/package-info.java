/** What the server says about itself: health, OpenAPI and the documentation page. */
@NullMarked
package io.liying.http.core.docs;

import org.jspecify.annotations.NullMarked;
