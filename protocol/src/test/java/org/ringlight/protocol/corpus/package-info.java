/** Everything in the folder of real chain data, read to its last byte. */
@NullMarked
package org.ringlight.protocol.corpus;

import org.jspecify.annotations.NullMarked;
