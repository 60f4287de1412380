/** The plugin manager over HTTP: what is installed, its changes with their progress, and the files of browser panels. */
@NullMarked
package io.liying.http.plugins;

import org.jspecify.annotations.NullMarked;
