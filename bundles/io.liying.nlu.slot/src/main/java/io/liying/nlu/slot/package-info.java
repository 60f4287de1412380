/** Learns free slots, such as the title of an event, from marked example phrases: a linear-chain conditional random field. */
@NullMarked
package io.liying.nlu.slot;

import org.jspecify.annotations.NullMarked;
