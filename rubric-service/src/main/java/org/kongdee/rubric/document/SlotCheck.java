package org.kongdee.rubric.document;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.web.text.Message;

/**
 * Checks that a cycle of the rubric can open: evidence-service is then told of all criteria, each
 * with the titles of its kinds and with all channels, so that a small document can come to much.
 */
final class SlotCheck {

    /** As much as evidence-service takes, less what stands beside the criteria. */
    static final int MOST_BYTES = (4 << 20) - 1_024;

    private static final int AROUND_A_SLOT =
            """
            {"code":"","title":,"kinds":[],"channels":[]},"""
                    .length();
    private static final int AROUND_A_KIND =
            """
            {"code":"","title":},"""
                    .length();
    private static final int AROUND_A_TITLE =
            """
            {"en":"","th":""}"""
                    .length();
    private static final int AROUND_A_CHANNEL =
            """
            "","""
                    .length();

    private SlotCheck() {}

    static void check(Mapping root, Collection<Mapping> criteria, Checking checking) {
        Map<String, Integer> kinds = new HashMap<>();
        for (Tree item : root.items("kinds")) {
            if (item instanceof Mapping kind) {
                String code = kind.text("code");
                kinds.put(String.valueOf(code), AROUND_A_KIND + bytes(code) + title(kind));
            }
        }
        long channels = 0;
        for (Tree item : root.items("channels")) {
            if (item instanceof Mapping channel) {
                channels += AROUND_A_CHANNEL + bytes(channel.text("code"));
            }
        }
        long bytes = 0;
        for (Mapping criterion : criteria) {
            bytes += AROUND_A_SLOT + bytes(criterion.text("code")) + title(criterion) + channels;
            for (String kind : criterion.texts("kinds")) {
                bytes += kinds.getOrDefault(kind, 0);
            }
        }
        if (bytes > MOST_BYTES) {
            checking.fault(
                    root,
                    "nodes",
                    "",
                    Message.of(
                            "the criteria with their kinds and all channels come to %d bytes, and evidence-service takes at most %d; shorten the titles of kinds, or name fewer kinds and channels",
                            bytes, MOST_BYTES));
        }
    }

    /** In both languages; what is missing in one is told as in the other. */
    private static int title(Mapping named) {
        if (!(named.get("title") instanceof Mapping title)) {
            return 0;
        }
        int en = bytes(title.text("en"));
        int th = bytes(title.text("th"));
        return AROUND_A_TITLE + (en == 0 ? th : en) + (th == 0 ? en : th);
    }

    /** As JSON writes it. */
    private static int bytes(@Nullable String text) {
        return text == null ? 0 : JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
    }
}
