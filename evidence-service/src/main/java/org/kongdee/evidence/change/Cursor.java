package org.kongdee.evidence.change;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/** How far a reader of the feed has come; opaque outside. */
public record Cursor(long position) {

    static final Cursor START = new Cursor(0);

    private static final Pattern CONTENT = Pattern.compile("c1:(\\d{1,18})");

    public static Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            Matcher content =
                    CONTENT.matcher(
                            new String(
                                    Base64.getUrlDecoder().decode(text),
                                    StandardCharsets.US_ASCII));
            if (content.matches()) {
                return new Cursor(Long.parseLong(content.group(1)));
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    private static Malformed unknown() {
        return Malformed.parameter(
                "after",
                Message.of("after is a cursor that this feed has given out, or absent to begin."));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("c1:%d".formatted(position).getBytes(StandardCharsets.US_ASCII));
    }
}
