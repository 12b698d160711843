/**
 * Blocks and transactions from bytes and to bytes: canonical, bounded, to the last byte.
 *
 * <p>Only canonical encodings are read, so what decodes encodes to the same bytes. Every count is
 * held against the bytes that are left before anything is allocated for it.
 */
@NullMarked
package org.ringlight.protocol.wire;

import org.jspecify.annotations.NullMarked;
