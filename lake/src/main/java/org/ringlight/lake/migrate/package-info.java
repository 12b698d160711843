/** What has to be changed about a data directory before this version can work with it. */
@NullMarked
package org.ringlight.lake.migrate;

import org.jspecify.annotations.NullMarked;
