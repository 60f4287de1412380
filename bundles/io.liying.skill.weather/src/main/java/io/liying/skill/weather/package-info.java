/** Tells the weather from a service that the owner allowed. */
@NullMarked
package io.liying.skill.weather;

import org.jspecify.annotations.NullMarked;
