package org.ringlight.lab;

/**
 * A result that a notebook shows as what it is, and as text everywhere else ({@code toString}). The
 * kernel asks it by {@code notebooks/kernel/display.jshell}; nothing here knows of Jupyter.
 */
public sealed interface Shown permits Picture, Proof, RingPicture, Rows {

  /** What {@link #content} is: {@code text/html} or {@code image/svg+xml}. */
  String mimeType();

  /** What is shown; whatever came from the chain is escaped in it. */
  String content();
}
