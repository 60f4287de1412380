/** The terminal: conversation and administration. */
@NullMarked
package io.liying.console.core;

import org.jspecify.annotations.NullMarked;
