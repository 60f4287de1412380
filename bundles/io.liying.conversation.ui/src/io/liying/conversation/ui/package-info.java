/** The widgets of the conversation view; they decide nothing. */
@NullMarked
package io.liying.conversation.ui;

import org.jspecify.annotations.NullMarked;
