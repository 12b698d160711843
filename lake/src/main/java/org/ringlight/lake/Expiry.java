package org.ringlight.lake;

/**
 * What an expiry did.
 *
 * @param tipsKept tips that can be read from now on
 * @param tipsRemoved tips that no longer can
 * @param snapshotsRemoved states of single tables that no kept tip names
 * @param filesDeleted files that nothing kept leads to
 * @param bytesFreed their size
 * @param finished false where a reader was choosing its tip for so long that nothing was deleted;
 *     the next expiry does it
 */
public record Expiry(
    int tipsKept,
    int tipsRemoved,
    int snapshotsRemoved,
    long filesDeleted,
    long bytesFreed,
    boolean finished) {}
