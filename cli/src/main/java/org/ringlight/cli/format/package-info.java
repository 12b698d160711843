/** Results as a table, CSV or JSON. */
@NullMarked
package org.ringlight.cli.format;

import org.jspecify.annotations.NullMarked;
