/** Keeps whom people know and reads vCards. */
@NullMarked
package io.liying.memory.contacts;

import org.jspecify.annotations.NullMarked;
