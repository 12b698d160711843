package org.ringlight.protocol;

/**
 * A transaction of a kind this program does not read: an unknown version, RingCT type, input or
 * output. Its bytes are kept so that a later release can.
 *
 * @param bytes all of it
 * @param reason what was met, and where
 */
public record UnsupportedTransaction(Bytes bytes, String reason) implements Transaction {}
