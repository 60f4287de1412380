/** Finds e-mail addresses, web addresses and telephone numbers in a text. */
@NullMarked
package io.liying.nlu.address;

import org.jspecify.annotations.NullMarked;
