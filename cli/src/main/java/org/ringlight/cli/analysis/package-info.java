/** Commands that find, assert and hand out: {@code analyze}, {@code assert}, {@code export} … */
@NullMarked
package org.ringlight.cli.analysis;

import org.jspecify.annotations.NullMarked;
