package org.kongdee.notification.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes links into tokens and reads them back. A token is the link's fields and their
 * HMAC-SHA-256; whoever changes a bit of either has nothing.
 */
public final class LinkSigner {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_LENGTH = 32;
    private static final int MIN_KEY = 32;
    private static final int MAX_TOKEN = 2048;
    private static final int FORMAT = 2;

    private final SecretKeySpec key;

    public LinkSigner(byte[] secret) {
        if (secret.length < MIN_KEY) {
            throw new IllegalArgumentException("the key of the links needs at least 32 bytes");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    public String sign(SignedLink link) {
        byte[] fields = write(link);
        byte[] token = Arrays.copyOf(fields, fields.length + MAC_LENGTH);
        System.arraycopy(mac(fields), 0, token, fields.length, MAC_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The link, if the token is one of ours; whether it has expired is for the caller to say. */
    public Optional<SignedLink> read(String token) {
        if (token.length() > MAX_TOKEN) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length <= MAC_LENGTH) {
                return Optional.empty();
            }
            byte[] fields = Arrays.copyOf(bytes, bytes.length - MAC_LENGTH);
            byte[] mac = Arrays.copyOfRange(bytes, bytes.length - MAC_LENGTH, bytes.length);
            return MessageDigest.isEqual(mac, mac(fields))
                    ? Optional.of(parse(fields))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] write(SignedLink link) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeByte(link.action().ordinal());
            out.writeUTF(link.recipient());
            out.writeLong(link.links());
            out.writeUTF(link.deadline());
            out.writeInt(Math.toIntExact(link.day().toEpochDay()));
            out.writeInt(link.sequence());
            out.writeLong(link.expires().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static SignedLink parse(byte[] fields) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(fields))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalArgumentException("unknown format");
            }
            return new SignedLink(
                    LinkAction.values()[in.readByte()],
                    in.readUTF(),
                    in.readLong(),
                    in.readUTF(),
                    LocalDate.ofEpochDay(in.readInt()),
                    in.readInt(),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] mac(byte[] fields) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
