/** Which heuristics there are: those built in, and those of jars that a user names. */
@NullMarked
package org.ringlight.analytics.plugin;

import org.jspecify.annotations.NullMarked;
