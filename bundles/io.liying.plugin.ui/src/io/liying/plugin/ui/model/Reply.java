package io.liying.plugin.ui.model;

import io.liying.workbench.api.ViewContent;

/** What came back when a view was asked. */
public sealed interface Reply {

    /** It was not asked yet. */
    record None() implements Reply {}

    /** What is to be seen. */
    record Content(ViewContent content) implements Reply {}

    /** It threw, or took too long; {@code reason} is in its own words. */
    record Failure(String reason) implements Reply {}
}
