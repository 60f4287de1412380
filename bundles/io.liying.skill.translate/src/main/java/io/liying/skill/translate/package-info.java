/** Translates from a phrase book and with a service that the owner named. */
@NullMarked
package io.liying.skill.translate;

import org.jspecify.annotations.NullMarked;
