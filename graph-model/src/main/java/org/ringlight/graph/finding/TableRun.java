package org.ringlight.graph.finding;

/**
 * A run that the tables hold, for the graph.
 *
 * @param source what a run of the graph takes the place of: an earlier one of the kind and source
 * @param id the run's name in the tables
 * @param tipHeight the last block it looked at
 * @param tipHash the id of that block
 */
public record TableRun(
    RunLoad.Kind kind, String source, String id, long tipHeight, String tipHash) {}
