/** Hearing with Sphinx-4. */
@NullMarked
package io.liying.speech.sphinx;

import org.jspecify.annotations.NullMarked;
