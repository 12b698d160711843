package org.ringlight.rpc.http;

import org.apache.hc.core5.http.ContentType;

/**
 * One request that may be repeated.
 *
 * @param path under the node's address, without its leading slash
 * @param subject what is asked, for messages: {@code height 17}; empty where the path says it all
 */
@SuppressWarnings("ArrayRecordComponent") // made and used within one method
record Call(String path, String subject, byte[] body, ContentType contentType) {

  static Call json(String path, String subject, byte[] body) {
    return new Call(path, subject, body, ContentType.APPLICATION_JSON);
  }

  static Call binary(String path, String subject, byte[] body) {
    return new Call(path, subject, body, ContentType.APPLICATION_OCTET_STREAM);
  }
}
