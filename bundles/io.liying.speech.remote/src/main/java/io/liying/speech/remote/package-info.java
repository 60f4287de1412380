/** Hearing with servers that have OpenAI's interface. */
@NullMarked
package io.liying.speech.remote;

import org.jspecify.annotations.NullMarked;
