/** From YAML files to Configuration Admin. */
@NullMarked
package io.liying.configuration.core;

import org.jspecify.annotations.NullMarked;
