/** Engines side by side on one utterance, and which of them to believe. */
@NullMarked
package io.liying.speech.core.engine;

import org.jspecify.annotations.NullMarked;
