/** Words: what may be said, what cannot have been said, and how it is written. */
@NullMarked
package io.liying.speech.core.text;

import org.jspecify.annotations.NullMarked;
