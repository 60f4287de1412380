/** Vectors of the meaning of sentences. */
@NullMarked
package io.liying.nlu.embedding;

import org.jspecify.annotations.NullMarked;
