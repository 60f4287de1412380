/** The conversation as REST resources. */
@NullMarked
package io.liying.http.rest;

import org.jspecify.annotations.NullMarked;
