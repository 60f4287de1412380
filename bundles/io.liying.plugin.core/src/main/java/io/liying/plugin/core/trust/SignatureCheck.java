package io.liying.plugin.core.trust;

import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.archive.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a JAR signature as the JDK does, and more strictly than class loading: every entry of the file must be whole and
 * signed by the same signer, and nothing that was signed may be missing. A {@code .lyp} is signed the same way.
 */
final class SignatureCheck {

    private final Refusals refusals;
    private final Clock clock;

    SignatureCheck(Refusals refusals, Clock clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * Those who signed the whole file; empty if it is not signed at all.
     *
     * @throws PluginException if it is signed but changed, or by a certificate that is not valid now
     */
    List<X509Certificate> signers(PluginArchive archive) throws PluginException {
        String file = String.valueOf(archive.file().getFileName());
        try (JarFile jar = new JarFile(archive.file().toFile(), true, ZipFile.OPEN_READ, JarFile.baseVersion())) {
            List<JarEntry> entries = Collections.list(jar.entries());
            if (entries.stream().noneMatch(entry -> isSignature(entry.getName()))) {
                return List.of();
            }
            Map<String, CodeSigner> common = null;
            for (JarEntry entry : entries) {
                if (entry.isDirectory() || isSignature(entry.getName()) || isManifest(entry.getName())) {
                    continue;
                }
                Map<String, CodeSigner> signers = signers(jar, entry, file);
                if (common == null) {
                    common = signers;
                } else {
                    common.keySet().retainAll(signers.keySet());
                }
                if (common.isEmpty()) {
                    throw broken(file, entry.getName(), null);
                }
            }
            checkNothingMissing(jar, file);
            return valid(file, common == null ? Map.of() : common);
        } catch (IOException | SecurityException failure) {
            throw broken(file, JarFile.MANIFEST_NAME, failure);
        }
    }

    private Map<String, CodeSigner> signers(JarFile jar, JarEntry entry, String file) throws PluginException {
        try (InputStream stream = jar.getInputStream(entry)) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException | SecurityException changed) {
            throw broken(file, entry.getName(), changed);
        }
        Map<String, CodeSigner> signers = new LinkedHashMap<>();
        CodeSigner[] found = entry.getCodeSigners();
        for (CodeSigner signer : found == null ? new CodeSigner[0] : found) {
            signers.put(Certificates.fingerprint(leaf(signer)), signer);
        }
        if (signers.isEmpty()) {
            throw broken(file, entry.getName(), null);
        }
        return signers;
    }

    private void checkNothingMissing(JarFile jar, String file) throws IOException, PluginException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw broken(file, JarFile.MANIFEST_NAME, null);
        }
        for (String name : manifest.getEntries().keySet()) {
            if (jar.getEntry(name) == null) {
                throw broken(file, name, null);
            }
        }
    }

    /** With a time stamp a certificate had to be valid when it signed, without one it has to be valid now. */
    private List<X509Certificate> valid(String file, Map<String, CodeSigner> signers) throws PluginException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (CodeSigner signer : signers.values()) {
            X509Certificate certificate = leaf(signer);
            Date when = signer.getTimestamp() == null
                    ? Date.from(clock.instant())
                    : signer.getTimestamp().getTimestamp();
            try {
                certificate.checkValidity(when);
            } catch (CertificateException expired) {
                Map<String, String> arguments = Map.of(
                        "file", file,
                        "publisher", Certificates.subject(certificate),
                        "from", day(certificate.getNotBefore()),
                        "until", day(certificate.getNotAfter()));
                throw refusals.refuse("plugin.signature.expired", arguments, expired);
            }
            certificates.add(certificate);
        }
        if (certificates.isEmpty()) {
            throw broken(file, JarFile.MANIFEST_NAME, null);
        }
        return certificates;
    }

    private static X509Certificate leaf(CodeSigner signer) {
        Certificate leaf = signer.getSignerCertPath().getCertificates().getFirst();
        return (X509Certificate) leaf;
    }

    private static String day(Date date) {
        return date.toInstant().toString().substring(0, "yyyy-mm-dd".length());
    }

    private static boolean isManifest(String name) {
        return name.equalsIgnoreCase(JarFile.MANIFEST_NAME);
    }

    /** The files that a signature itself consists of; they lie in META-INF, not below it. */
    static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("META-INF/") || upper.indexOf('/', "META-INF/".length()) >= 0) {
            return false;
        }
        return upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC");
    }

    private PluginException broken(String file, String entry, @Nullable Throwable cause) {
        return refusals.refuse("plugin.signature.broken", Map.of("file", file, "entry", entry), cause);
    }
}
