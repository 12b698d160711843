@NullMarked
package org.ringlight.indexer.bitcoin;

import org.jspecify.annotations.NullMarked;
