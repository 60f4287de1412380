package io.liying.skill.calendar;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Calendar", description = "When the calendar reminds and which hours it offers.")
@interface CalendarConfig {

    @AttributeDefinition(
            name = "Reminder",
            description = "Minutes before an event at which the person is reminded of it; 0 for no reminder.",
            min = "0",
            max = "10080")
    int calendar_reminder_minutes() default 15;

    @AttributeDefinition(
            name = "Begin of the day",
            description = "The hour from which free time is offered.",
            min = "0",
            max = "23")
    int calendar_day_from() default 8;

    @AttributeDefinition(
            name = "End of the day",
            description = "The hour until which free time is offered; after the begin of the day.",
            min = "1",
            max = "24")
    int calendar_day_until() default 20;
}
