/**
 * How old the outputs are that people really spend: distributions that era chains are made with.
 */
@NullMarked
package org.ringlight.truth.age;

import org.jspecify.annotations.NullMarked;
