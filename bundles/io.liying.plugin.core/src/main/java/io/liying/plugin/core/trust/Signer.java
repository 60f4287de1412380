package io.liying.plugin.core.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;

/** Signs a plugin's file, a jar or a {@code .lyp}. */
public final class Signer {

    private static final String SIGNATURE_FILE = "LIYING";

    private Signer() {}

    /**
     * Signs with SHA-256 and the algorithm of the key. An older signature by the same key is replaced.
     *
     * @param keystore a PKCS #12 file
     * @param signed where the signed file is written, whole or not at all; may be {@code archive} itself
     * @throws IOException if a file cannot be read or written
     * @throws GeneralSecurityException if the password is wrong, or the key is missing or unfit
     */
    public static void sign(Path archive, Path keystore, char[] password, String alias, Path signed)
            throws IOException, GeneralSecurityException {
        KeyStore.PrivateKeyEntry key = KeyPairs.key(keystore, password, alias);
        Path target = signed.toAbsolutePath();
        Path draft = Files.createTempFile(target.getParent(), ".signing", ".tmp");
        try {
            JarSigner signer = new JarSigner.Builder(key)
                    .digestAlgorithm("SHA-256")
                    .signerName(SIGNATURE_FILE)
                    .build();
            try (ZipFile zip = new ZipFile(archive.toFile());
                    OutputStream output = Files.newOutputStream(draft)) {
                signer.sign(zip, output);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JarSignerException failure) {
            throw new GeneralSecurityException("the key of " + keystore + " cannot sign " + archive, failure);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
