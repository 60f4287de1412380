/** The one database of this process: pool, migrations, and a writer that groups commits. */
@NullMarked
package io.liying.storage.core;

import org.jspecify.annotations.NullMarked;
