/** The Wyoming protocol (github.com/OHF-Voice/wyoming): lines of JSON with data and sound behind them, over TCP. */
@NullMarked
package io.liying.speech.wyoming;

import org.jspecify.annotations.NullMarked;
