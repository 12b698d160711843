/**
 * SQL over the tables: DuckDB with a view a table, over exactly the files of the last commit.
 *
 * <p>Hashes and keys are {@code BLOB}. The macro {@code h} makes one of its hex digits and {@code
 * lhex} writes one as them. The macro {@code xmr} writes atomic units with their twelve decimals:
 *
 * <pre>{@code
 * SELECT height, lhex(hash) FROM xmr.blocks WHERE hash = h('418015bb9ae982a1975da7d79277c270…')
 * }</pre>
 */
@NullMarked
package org.ringlight.lake.sql;

import org.jspecify.annotations.NullMarked;
