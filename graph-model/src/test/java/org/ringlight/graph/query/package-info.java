@NullMarked
package org.ringlight.graph.query;

import org.jspecify.annotations.NullMarked;
