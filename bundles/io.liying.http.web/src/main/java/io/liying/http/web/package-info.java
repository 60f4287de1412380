/** Serves the browser app: a conversation with streaming answers, its sessions, and a look into each turn. */
@NullMarked
package io.liying.http.web;

import org.jspecify.annotations.NullMarked;
