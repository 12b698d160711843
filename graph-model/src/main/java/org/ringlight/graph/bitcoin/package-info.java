/** Bitcoin in the graph: its blocks, transactions, outputs and addresses, loaded and checked. */
@NullMarked
package org.ringlight.graph.bitcoin;

import org.jspecify.annotations.NullMarked;
