package org.kongdee.evidence.change;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.paging.OpaqueText;
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
        return OpaqueText.read(
                        text, CONTENT, content -> new Cursor(Long.parseLong(content.group(1))))
                .orElseThrow(
                        () ->
                                Malformed.parameter(
                                        "after",
                                        Message.of(
                                                "after is a cursor that this feed has given out, or absent to begin.")));
    }

    @Override
    public String toString() {
        return OpaqueText.of("c1:" + position);
    }
}
