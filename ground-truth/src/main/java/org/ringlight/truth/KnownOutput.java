package org.ringlight.truth;

import org.ringlight.protocol.OutputName;

/**
 * An output of which a wallet knows more than the chain says.
 *
 * @param owner whose wallet found it, a name of the story
 * @param amount atomic units, unsigned
 */
public record KnownOutput(OutputName name, String owner, long amount) {}
