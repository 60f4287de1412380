package io.liying.http.rest;

import io.liying.testkit.http.OneForAll;

/** Gives the tests one running server for all. */
final class InEquinox extends OneForAll<RunningFramework> {

    InEquinox() {
        super(RunningFramework.class, RunningFramework::new);
    }
}
