/**
 * The one place that knows monero-java: the control plane it does correctly, over this module's own
 * transport, behind this module's own types. No native library is loaded.
 */
@NullMarked
package org.ringlight.rpc.monerojava;

import org.jspecify.annotations.NullMarked;
