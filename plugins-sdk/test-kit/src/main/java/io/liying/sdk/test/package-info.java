/** Runs a plugin's jar in a real framework and talks with it as conversation scripts say. */
@NullMarked
package io.liying.sdk.test;

import org.jspecify.annotations.NullMarked;
