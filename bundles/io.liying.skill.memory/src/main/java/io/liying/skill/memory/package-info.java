/** The skill that remembers what people ask it to. */
@NullMarked
package io.liying.skill.memory;

import org.jspecify.annotations.NullMarked;
