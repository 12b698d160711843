/** From a source of Bitcoin's blocks to the tables: fetch, decode, verify, resolve, store. */
@NullMarked
package org.ringlight.indexer.bitcoin;

import org.jspecify.annotations.NullMarked;
