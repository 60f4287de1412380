/** A skill that tosses a coin. */
@NullMarked
package example.cointoss;

import org.jspecify.annotations.NullMarked;
