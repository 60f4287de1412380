/** Reads plugin files, refusing every one that is broken or hostile, before any of their code runs. */
@NullMarked
package io.liying.plugin.core.archive;

import org.jspecify.annotations.NullMarked;
