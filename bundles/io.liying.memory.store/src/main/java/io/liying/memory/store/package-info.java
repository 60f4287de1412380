/** What is remembered of people and where conversations stand, in the database. */
@NullMarked
package io.liying.memory.store;

import org.jspecify.annotations.NullMarked;
