/** Scores as pictures: plain SVG that a browser, a page and a screen reader can read. */
@NullMarked
package org.ringlight.truth.evaluate.plot;

import org.jspecify.annotations.NullMarked;
