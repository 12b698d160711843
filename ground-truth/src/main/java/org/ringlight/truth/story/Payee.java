package org.ringlight.truth.story;

/**
 * Whom a payment goes to.
 *
 * @param name in the story
 * @param amount atomic units
 */
public record Payee(String name, String address, long amount) {}
