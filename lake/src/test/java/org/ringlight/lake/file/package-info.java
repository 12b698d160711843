@NullMarked
package org.ringlight.lake.file;

import org.jspecify.annotations.NullMarked;
