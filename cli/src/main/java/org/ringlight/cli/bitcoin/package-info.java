/** Commands over the Bitcoin chain. */
@NullMarked
package org.ringlight.cli.bitcoin;

import org.jspecify.annotations.NullMarked;
