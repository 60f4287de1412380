/** A skill that converts units of measurement. */
@NullMarked
package example.unitconverter;

import org.jspecify.annotations.NullMarked;
