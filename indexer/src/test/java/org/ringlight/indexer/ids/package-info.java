/** Tests of the output-id map. */
@NullMarked
package org.ringlight.indexer.ids;

import org.jspecify.annotations.NullMarked;
