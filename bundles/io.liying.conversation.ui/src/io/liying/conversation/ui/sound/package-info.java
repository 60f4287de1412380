/** Microphones and loudspeakers of this machine, behind interfaces that tests stand in for. */
@NullMarked
package io.liying.conversation.ui.sound;

import org.jspecify.annotations.NullMarked;
