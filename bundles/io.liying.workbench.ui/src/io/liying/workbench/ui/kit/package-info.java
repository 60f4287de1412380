/** What every view is built with: appearance, colours, fonts, texts and a few flat widgets. */
@NullMarked
package io.liying.workbench.ui.kit;

import org.jspecify.annotations.NullMarked;
