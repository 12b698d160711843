/** Tests of the SQL views. */
@NullMarked
package org.ringlight.lake.sql;

import org.jspecify.annotations.NullMarked;
