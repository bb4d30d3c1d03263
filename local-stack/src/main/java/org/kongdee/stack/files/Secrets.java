package org.kongdee.stack.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys by name: made at the first request, the same ever after. */
public final class Secrets {

    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) throws IOException {
        this.folder = PrivateFiles.folder(folder);
    }

    public String password(String name) throws IOException {
        return secret(name, PASSWORD_BYTES, Base64.getUrlEncoder().withoutPadding());
    }

    /** A symmetric key of 256 bits, in Base64. */
    public String key(String name) throws IOException {
        return secret(name, KEY_BYTES, Base64.getEncoder());
    }

    private String secret(String name, int size, Base64.Encoder encoder) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            PrivateFiles.write(file, encoder.encodeToString(bytes));
        }
        return Files.readString(file);
    }
}
