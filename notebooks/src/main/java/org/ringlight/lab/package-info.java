/**
 * What notebooks are written with: short names over the tables, and results that show themselves.
 */
@NullMarked
package org.ringlight.lab;

import org.jspecify.annotations.NullMarked;
