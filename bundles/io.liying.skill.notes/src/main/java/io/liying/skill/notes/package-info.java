/** Keeps people's lists and notes. */
@NullMarked
package io.liying.skill.notes;

import org.jspecify.annotations.NullMarked;
