/** Speaking with eSpeak NG as processes of their own. */
@NullMarked
package io.liying.speech.espeak;

import org.jspecify.annotations.NullMarked;
