/** What {@code ringlight doctor} looks at. */
@NullMarked
package org.ringlight.cli.doctor;

import org.jspecify.annotations.NullMarked;
