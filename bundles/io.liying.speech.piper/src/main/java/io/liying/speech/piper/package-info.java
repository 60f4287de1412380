/** Speaking with Piper voices. */
@NullMarked
package io.liying.speech.piper;

import org.jspecify.annotations.NullMarked;
