/** Sets, lists and cancels timers that survive a restart, and rings them. */
@NullMarked
package io.liying.skill.timer;

import org.jspecify.annotations.NullMarked;
