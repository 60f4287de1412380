/** Tells which of the seven languages a text is in: by its script, and by a small model where the script is shared. */
@NullMarked
package io.liying.nlu.language;

import org.jspecify.annotations.NullMarked;
