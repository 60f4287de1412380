/** Conversations by voice: who speaks when, and what was heard of an answer. */
@NullMarked
package io.liying.speech.session;

import org.jspecify.annotations.NullMarked;
