package org.kongdee.stack.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords by name: made at the first request, the same ever after. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) throws IOException {
        this.folder = PrivateFiles.folder(folder);
    }

    public String password(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, newPassword());
        }
        return Files.readString(file);
    }

    private String newPassword() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
