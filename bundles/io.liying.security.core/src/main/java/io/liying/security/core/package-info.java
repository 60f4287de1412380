/** Who may administer: the token in the data folder. */
@NullMarked
package io.liying.security.core;

import org.jspecify.annotations.NullMarked;
