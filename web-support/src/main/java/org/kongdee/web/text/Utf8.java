package org.kongdee.web.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as it was sent: what is no UTF-8 is refused, where Java would put U+FFFD in its place. */
public final class Utf8 {

    private Utf8() {}

    /**
     * @throws CharacterCodingException if the bytes are no UTF-8
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
