/** Speaking with FreeTTS. */
@NullMarked
package io.liying.speech.freetts;

import org.jspecify.annotations.NullMarked;
