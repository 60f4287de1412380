/** A real server in a real framework, with fakes behind it, and a client that asks it. */
@NullMarked
package io.liying.testkit.http;

import org.jspecify.annotations.NullMarked;
