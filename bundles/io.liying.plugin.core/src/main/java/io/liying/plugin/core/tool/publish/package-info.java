/** Makes a folder that any web server can offer as a catalogue of plugins. */
@NullMarked
package io.liying.plugin.core.tool.publish;

import org.jspecify.annotations.NullMarked;
