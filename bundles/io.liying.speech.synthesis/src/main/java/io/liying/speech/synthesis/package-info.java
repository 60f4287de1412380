/** LiYing's voice: speeches, their sentences, the choice of voices and engines, and the sound that is kept for a while. */
@NullMarked
package io.liying.speech.synthesis;

import org.jspecify.annotations.NullMarked;
