/** Which skills are there, who knows their phrases, and how they are called without harming others. */
@NullMarked
package io.liying.skill.core;

import org.jspecify.annotations.NullMarked;
