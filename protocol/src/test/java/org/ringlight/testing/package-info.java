/** What tests of every module share: the real-data folder and the programs a check needs. */
@NullMarked
package org.ringlight.testing;

import org.jspecify.annotations.NullMarked;
