/** Tells the time, the date and the weekday, here and in other cities. */
@NullMarked
package io.liying.skill.clock;

import org.jspecify.annotations.NullMarked;
