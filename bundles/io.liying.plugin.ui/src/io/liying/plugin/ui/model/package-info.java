/** What the views of plugins show and when, without a widget. */
@NullMarked
package io.liying.plugin.ui.model;

import org.jspecify.annotations.NullMarked;
