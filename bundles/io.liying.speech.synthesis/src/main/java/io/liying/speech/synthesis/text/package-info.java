/** Makes written text speakable in the seven languages. */
@NullMarked
package io.liying.speech.synthesis.text;

import org.jspecify.annotations.NullMarked;
