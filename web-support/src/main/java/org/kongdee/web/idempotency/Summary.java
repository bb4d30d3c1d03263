package org.kongdee.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.BulkView;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.problem.Problem;

/**
 * What is kept of an answer that is too long to be kept: it has the same form, and says how much
 * there was without saying what.
 */
final class Summary {

    private Summary() {}

    /**
     * @return null if nothing short can be said; then status, ETag and Location tell what became of
     *     the request
     */
    static @Nullable Object of(@Nullable Object answer, @Nullable String contentType) {
        return switch (answer) {
            case BulkView view -> new BulkView(view.accepted(), view.rejected(), List.of());
            case Problem problem ->
                    new Problem(
                            problem.type(),
                            problem.title(),
                            problem.status(),
                            problem.detail(),
                            problem.instance(),
                            problem.requestId(),
                            List.of(),
                            withoutLists(problem.members()));
            case byte[] lines when Ndjson.MEDIA_TYPE.equals(contentType) -> lastLine(lines);
            case null, default -> null;
        };
    }

    private static Map<String, Object> withoutLists(Map<String, Object> members) {
        return members.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                member ->
                                        member.getValue() instanceof Collection<?>
                                                ? List.of()
                                                : member.getValue()));
    }

    /** Of a stream the last line is the summary. */
    private static byte[] lastLine(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8).stripTrailing();
        return (text.substring(text.lastIndexOf('\n') + 1) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
