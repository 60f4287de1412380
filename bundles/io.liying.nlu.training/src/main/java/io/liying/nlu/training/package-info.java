/** Keeps a person's own sentences, has them learnt and measured, and collects unsure turns. */
@NullMarked
package io.liying.nlu.training;

import org.jspecify.annotations.NullMarked;
