/** Sets alarms and reminders that may come again and again, and rings them. */
@NullMarked
package io.liying.skill.timer.alarm;

import org.jspecify.annotations.NullMarked;
