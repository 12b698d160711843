/**
 * The map from an output's public name to its dense id, kept on disk and derived from the tables.
 */
@NullMarked
package org.ringlight.indexer.ids;

import org.jspecify.annotations.NullMarked;
