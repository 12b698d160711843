/**
 * Epee portable storage, the binary format of monerod's {@code .bin} calls: a pull reader and a
 * writer, both bounded by the bytes that are there.
 */
@NullMarked
package org.ringlight.rpc.epee;

import org.jspecify.annotations.NullMarked;
