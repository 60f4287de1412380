/** The way of a turn: queue, understanding, skill, answer, storage, events. */
@NullMarked
package io.liying.conversation.core;

import org.jspecify.annotations.NullMarked;
