/** What the conversation view shows and does, without widgets. */
@NullMarked
package io.liying.conversation.ui.model;

import org.jspecify.annotations.NullMarked;
