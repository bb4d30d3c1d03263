package org.kongdee.client.bulk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kongdee.client.rubric.CycleScore;
import org.kongdee.client.rubric.ScoreLine;

/**
 * The versions of scores, as outcomes and changes told them, so that a line can say what it
 * replaces without a GET before: who wrote in between is not written over.
 */
public final class ScoreEtags {

    private final Map<ScoreKey, String> etags = new HashMap<>();

    /** As an earlier job was told. */
    public static ScoreEtags ofJournal(Path journal) {
        var known = new ScoreEtags();
        Journal.each(
                journal,
                entry -> {
                    if (entry.etag() != null) {
                        known.put(entry.key(), entry.etag());
                    }
                });
        return known;
    }

    /** What the service tells of the cycle: of all scores, or of those that changed. */
    public void take(CycleScore score) {
        put(new ScoreKey(score.unit(), score.criterion(), score.stage()), score.etag());
    }

    /** The version as it stands now; null if the score was deleted. */
    public void put(ScoreKey key, String etag) {
        if (etag == null) {
            etags.remove(key);
        } else {
            etags.put(key, etag);
        }
    }

    public Optional<String> of(ScoreKey key) {
        return Optional.ofNullable(etags.get(key));
    }

    /** The line with the version that it replaces, if one is known. */
    public ScoreLine replacing(ScoreLine line) {
        return of(ScoreKey.of(line))
                .map(etag -> line.toBuilder().ifMatch(etag).build())
                .orElse(line);
    }

    public int size() {
        return etags.size();
    }
}
