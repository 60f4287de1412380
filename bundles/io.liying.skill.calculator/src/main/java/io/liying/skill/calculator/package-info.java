/** Calculates exactly. */
@NullMarked
package io.liying.skill.calculator;

import org.jspecify.annotations.NullMarked;
