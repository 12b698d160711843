package org.ringlight.rpc.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.rpc.Trust;

/** What each kind of {@link Trust} means to a TLS connection. */
final class Tls {

  private Tls() {}

  static TlsSocketStrategy strategy(Trust trust) {
    try {
      if (trust instanceof Trust.Store store) {
        SSLContext context =
            SSLContexts.custom()
                .loadTrustMaterial(store.file(), store.password().toCharArray())
                .build();
        return new DefaultClientTlsStrategy(
            context, HostnameVerificationPolicy.BOTH, HttpsSupport.getDefaultHostnameVerifier());
      }
      if (trust instanceof Trust.Pinned pinned) {
        return withoutHostName(new Pin(pinned.sha256()));
      }
      if (trust instanceof Trust.Anyone) {
        return withoutHostName(new Pin(""));
      }
      return DefaultClientTlsStrategy.createDefault();
    } catch (GeneralSecurityException | IOException e) {
      throw new ConfigurationInvalid(
          "the trust store does not open: " + e.getMessage(),
          trust.toString(),
          "check its path, format (PKCS #12 or JKS) and password",
          e);
    }
  }

  private static TlsSocketStrategy withoutHostName(X509TrustManager pin)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {pin}, null);
    return new DefaultClientTlsStrategy(
        context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
  }

  /** Accepts the one certificate with this fingerprint, or any where it is empty. */
  private record Pin(String sha256) implements X509TrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      if (sha256.isEmpty()) {
        return;
      }
      String shown;
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
        shown = HexFormat.of().formatHex(digest);
      } catch (GeneralSecurityException e) {
        throw new CertificateException(e);
      }
      if (!shown.equals(sha256)) {
        throw new CertificateException("the node shows certificate " + shown);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("this side accepts no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
