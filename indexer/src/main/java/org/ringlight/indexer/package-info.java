/** From a node to the tables: fetch, decode, verify, store. */
@NullMarked
package org.ringlight.indexer;

import org.jspecify.annotations.NullMarked;
