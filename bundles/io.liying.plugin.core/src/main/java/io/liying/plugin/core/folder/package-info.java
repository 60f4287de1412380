/** The watched folder: dropping a file installs a plugin, replacing it upgrades, deleting it removes. */
@NullMarked
package io.liying.plugin.core.folder;

import org.jspecify.annotations.NullMarked;
