/** Vosk as a recognizer: models that are loaded when needed, tried in a child process first, and unloaded when idle. */
@NullMarked
package io.liying.speech.vosk;

import org.jspecify.annotations.NullMarked;
