/** What a plugin is given, and what is hidden from it. */
@NullMarked
package io.liying.plugin.core.guest;

import org.jspecify.annotations.NullMarked;
