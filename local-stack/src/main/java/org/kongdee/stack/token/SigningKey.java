package org.kongdee.stack.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.kongdee.stack.files.PrivateFiles;

/** The RSA key that signs every token of this machine. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final RsaJsonWebKey key;

    private SigningKey(RsaJsonWebKey key) {
        this.key = key;
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    public static SigningKey generate() {
        try {
            return new SigningKey(RsaJwkGenerator.generateJwk(BITS));
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    /**
     * The key that is kept in {@code folder}; made and saved there, for its owner alone, if there
     * is none.
     */
    public static SigningKey in(Path folder) throws IOException {
        Path file = PrivateFiles.folder(folder).resolve("signing-key");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, generate().encoded());
        }
        return decode(Files.readString(file));
    }

    /** The private key as text, for {@link #decode}. */
    public String encoded() {
        return base64(key.getPrivateKey().getEncoded());
    }

    public static SigningKey decode(String encoded) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            byte[] bytes = Base64.getDecoder().decode(encoded.strip());
            RSAPrivateCrtKey privateKey =
                    (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            RsaJsonWebKey key =
                    new RsaJsonWebKey(
                            (RSAPublicKey)
                                    rsa.generatePublic(
                                            new RSAPublicKeySpec(
                                                    privateKey.getModulus(),
                                                    privateKey.getPublicExponent())));
            key.setPrivateKey(privateKey);
            return new SigningKey(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the signing key is damaged; delete its file to get a new one", e);
        }
    }

    /** The public key as services take it in {@code quarkus.oidc.public-key}. */
    public String publicKey() {
        return base64(key.getPublicKey().getEncoded());
    }

    /** The key that checks what this one signs. */
    public PublicKey verificationKey() {
        return key.getPublicKey();
    }

    /** The public key as a JSON Web Key Set. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    RsaJsonWebKey key() {
        return key;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
