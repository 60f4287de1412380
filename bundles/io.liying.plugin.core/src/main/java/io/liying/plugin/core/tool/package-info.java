/** What the authors and keepers of plugins do from the command line. */
@NullMarked
package io.liying.plugin.core.tool;

import org.jspecify.annotations.NullMarked;
