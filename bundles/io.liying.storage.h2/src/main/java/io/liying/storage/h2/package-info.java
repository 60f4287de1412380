/** The H2 database: the default engine, embedded in the data folder. */
@NullMarked
package io.liying.storage.h2;

import org.jspecify.annotations.NullMarked;
