package org.ringlight.graph.query;

/**
 * A column of an answer.
 *
 * @param name as in the statement's {@code RETURN}
 * @param meaning what it is, with its unit
 */
public record QueryColumn(String name, String meaning) {}
