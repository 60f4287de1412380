/** Models on this machine, and the process in which they are tried first. */
@NullMarked
package io.liying.speech.core.model;

import org.jspecify.annotations.NullMarked;
