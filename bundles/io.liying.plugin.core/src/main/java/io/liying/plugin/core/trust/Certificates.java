package io.liying.plugin.core.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Certificates as they are written, told apart and named. */
public final class Certificates {

    private static final long LARGEST = 64 << 10;

    private Certificates() {}

    /** @throws IOException if the file is not a certificate in PEM form */
    public static X509Certificate read(Path pem) throws IOException {
        if (Files.size(pem) > LARGEST) {
            throw new IOException(pem + " is too large for a certificate");
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)));
        } catch (CertificateException malformed) {
            throw new IOException(pem + " is not a certificate in PEM form", malformed);
        }
    }

    /** The certificate in PEM form. */
    public static String pem(X509Certificate certificate) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded(certificate));
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    /** The SHA-256 of the certificate, in hexadecimal. */
    public static String fingerprint(X509Certificate certificate) {
        return sha256(encoded(certificate));
    }

    /** The common name of the subject, or the whole subject if it has none. */
    public static String subject(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        try {
            for (Rdn part : new LdapName(name).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return part.getValue().toString();
                }
            }
            return name;
        } catch (InvalidNameException unusual) {
            return name;
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }
}
