/** The bundled chain that {@code ringlight demo} plays back. */
@NullMarked
package org.ringlight.cli.demo;

import org.jspecify.annotations.NullMarked;
