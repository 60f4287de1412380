package io.liying.plugin.core.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-256 in Galois/Counter Mode (NIST SP 800-38D): 12 random bytes, then the ciphertext with its
 * 16-byte tag, in Base64. The key is a file of its own outside the database, readable by its owner only, and made when it
 * is first needed. Safe for use by many threads.
 */
public final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path keyFile;
    private final SecureRandom random = new SecureRandom();

    public SecretBox(Path keyFile) {
        this.keyFile = keyFile;
    }

    /**
     * Encrypts a text.
     *
     * @param purpose what it is for; the same must be told to read it again
     */
    public String seal(String purpose, String text) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, both, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException failure) {
            throw new IOException("the secret could not be encrypted", failure);
        }
    }

    /** Reads what was encrypted; fails if it was changed, was for another purpose, or the key file is another one. */
    public String open(String purpose, String sealed) throws IOException {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            if (both.length <= NONCE_BYTES) {
                throw new IOException("the secret is damaged");
            }
            byte[] nonce = new byte[NONCE_BYTES];
            System.arraycopy(both, 0, nonce, 0, NONCE_BYTES);
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new IOException("the secret cannot be read with the key " + keyFile.getFileName(), failure);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] key() throws IOException {
        if (!Files.exists(keyFile)) {
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            Files.createDirectories(keyFile.getParent());
            try {
                Files.createFile(keyFile, ownerOnly());
                Files.write(keyFile, made);
            } catch (FileAlreadyExistsException madeByAnother) {
                return Files.readAllBytes(keyFile);
            }
        }
        return Files.readAllBytes(keyFile);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
