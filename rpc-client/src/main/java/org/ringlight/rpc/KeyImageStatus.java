package org.ringlight.rpc;

/** Whether the node has seen a key image. */
public enum KeyImageStatus {
  UNSPENT,
  SPENT_IN_CHAIN,
  SPENT_IN_POOL
}
