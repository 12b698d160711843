/**
 * The tables: opening them, reading them at a tip, and writing them in commits that readers see
 * whole or not at all.
 */
@NullMarked
package org.ringlight.lake;

import org.jspecify.annotations.NullMarked;
