/** Finds numbers, durations, times, dates, arithmetic and cities in seven languages. */
@NullMarked
package io.liying.nlu.entity;

import org.jspecify.annotations.NullMarked;
