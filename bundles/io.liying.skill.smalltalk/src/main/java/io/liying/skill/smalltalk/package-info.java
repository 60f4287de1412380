/** Greets, says goodbye, accepts thanks and tells what the assistant can do. */
@NullMarked
package io.liying.skill.smalltalk;

import org.jspecify.annotations.NullMarked;
