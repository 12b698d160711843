/** The transport's readers, by fuzzing and by the recorded answers of real nodes. */
@NullMarked
package org.ringlight.rpc.http;

import org.jspecify.annotations.NullMarked;
