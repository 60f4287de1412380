/** Searches the web with a service that the owner named. */
@NullMarked
package io.liying.skill.websearch;

import org.jspecify.annotations.NullMarked;
