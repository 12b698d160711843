package org.ringlight.analytics.bitcoin.read;

/**
 * What somebody says of an address.
 *
 * @param line where it stands in its file
 * @param owner who owns the address
 * @param category of owners, such as {@code exchange}
 */
public record Tag(long line, String address, String owner, String category) {

  public Tag {
    if (address.isBlank() || owner.isBlank() || category.isBlank()) {
      throw new IllegalArgumentException("an address, an owner and a category are wanted");
    }
  }
}
