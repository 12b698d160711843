/**
 * The rings of a chain as a graph in primitive arrays: who could spend what. Rings on one side,
 * one-time keys on the other; algorithms on it know neither tables nor findings.
 */
@NullMarked
package org.ringlight.analytics.graph;

import org.jspecify.annotations.NullMarked;
