/** New plugin projects and what watches them during development. */
@NullMarked
package io.liying.plugin.core.tool.template;

import org.jspecify.annotations.NullMarked;
