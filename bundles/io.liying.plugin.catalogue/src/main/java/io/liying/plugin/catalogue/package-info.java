/** What catalogues of plugins offer, fetched and checked, with a mirror for the time without a network. */
@NullMarked
package io.liying.plugin.catalogue;

import org.jspecify.annotations.NullMarked;
