/** LiYing's ears: from sound to the best transcript of all engines. */
@NullMarked
package io.liying.speech.core;

import org.jspecify.annotations.NullMarked;
