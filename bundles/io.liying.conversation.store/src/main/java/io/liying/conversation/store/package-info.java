/** Conversations in the database: the message log and the history. */
@NullMarked
package io.liying.conversation.store;

import org.jspecify.annotations.NullMarked;
