package io.liying.plugin.core.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A publisher's key pair in a PKCS #12 file. */
public final class KeyPairs {

    /** The alias of the key that is made here. */
    public static final String ALIAS = "publisher";

    /** The shortest password that the JDK takes. */
    public static final int SHORTEST_PASSWORD = 6;

    private static final String VARIABLE = "LIYING_KEYSTORE_PASSWORD";
    private static final int VALID_DAYS = 5 * 365;

    private KeyPairs() {}

    /**
     * Makes a key on the curve P-256 with a certificate of its own that is valid for five years.
     *
     * @param name the publisher as people shall see it
     * @throws FileAlreadyExistsException if the file exists; a key is never overwritten
     * @throws IOException if the JDK's keytool fails
     */
    public static X509Certificate create(Path keystore, char[] password, String name) throws IOException {
        return create(keystore, password, name, List.of("-validity", Integer.toString(VALID_DAYS)));
    }

    static X509Certificate create(Path keystore, char[] password, String name, List<String> validity)
            throws IOException {
        if (password.length < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("a password of at least six characters is needed");
        }
        if (Files.exists(keystore)) {
            throw new FileAlreadyExistsException(keystore.toString());
        }
        Path folder = keystore.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + escaped(name),
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass:env",
                VARIABLE));
        command.addAll(validity);
        run(command, password);
        if (keystore.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
        }
        try {
            return certificate(keystore, password);
        } catch (GeneralSecurityException failure) {
            throw new IOException("the key that keytool made in " + keystore + " cannot be read", failure);
        }
    }

    /** The certificate to be given to those who shall trust the publisher; {@link Certificates#pem} writes it. */
    public static X509Certificate certificate(Path keystore, char[] password)
            throws IOException, GeneralSecurityException {
        return (X509Certificate) key(keystore, password, ALIAS).getCertificate();
    }

    static KeyStore.PrivateKeyEntry key(Path keystore, char[] password, String alias)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), password);
        if (store.getEntry(alias, new KeyStore.PasswordProtection(password)) instanceof KeyStore.PrivateKeyEntry key) {
            return key;
        }
        throw new KeyStoreException(keystore + " has no key named " + alias);
    }

    /** The password goes through the environment, which other people on the machine cannot see. */
    private static void run(List<String> command, char[] password) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(VARIABLE, new String(password));
        Process keytool = builder.start();
        keytool.getOutputStream().close();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool failed: " + output.strip());
            }
        } catch (InterruptedException interrupted) {
            keytool.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", interrupted);
        }
    }

    /** A name as RFC 4514 writes it in a distinguished name. */
    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        for (char c : name.strip().toCharArray()) {
            if (",+\"\\<>;=#".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
