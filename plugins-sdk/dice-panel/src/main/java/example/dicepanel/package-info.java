/** Dice that are rolled by speaking, over REST and in a browser panel. */
@NullMarked
package example.dicepanel;

import org.jspecify.annotations.NullMarked;
