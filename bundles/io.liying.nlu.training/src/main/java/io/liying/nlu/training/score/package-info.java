/** Counts how well sentences are understood. */
@NullMarked
package io.liying.nlu.training.score;

import org.jspecify.annotations.NullMarked;
