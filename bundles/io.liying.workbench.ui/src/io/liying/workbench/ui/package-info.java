/** The desktop application: its life cycle, menus, dialogs and theme. */
@NullMarked
package io.liying.workbench.ui;

import org.jspecify.annotations.NullMarked;
