/** Speaking with servers that have OpenAI's interface. */
@NullMarked
package io.liying.speech.openai;

import org.jspecify.annotations.NullMarked;
