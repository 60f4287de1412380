/** Keeps people's calendars, reminds of what comes, and exchanges events as iCalendar. */
@NullMarked
package io.liying.skill.calendar;

import org.jspecify.annotations.NullMarked;
