/** Voice activity by the Silero model. */
@NullMarked
package io.liying.speech.silero;

import org.jspecify.annotations.NullMarked;
