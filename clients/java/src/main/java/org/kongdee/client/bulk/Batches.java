package org.kongdee.client.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.kongdee.client.Json;
import org.kongdee.client.rubric.ScoreLine;

/** Cuts scores into batches that a service takes, in lines and in bytes. */
final class Batches implements Iterator<List<ScoreLine>> {

    private final Iterator<ScoreLine> scores;
    private final int lines;
    private final int bytes;
    private ScoreLine kept;

    Batches(Iterator<ScoreLine> scores, int lines, int bytes) {
        this.scores = scores;
        this.lines = lines;
        this.bytes = bytes;
    }

    @Override
    public boolean hasNext() {
        return kept != null || scores.hasNext();
    }

    @Override
    public List<ScoreLine> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var batch = new ArrayList<ScoreLine>();
        int size = 0;
        while (batch.size() < lines && hasNext()) {
            ScoreLine score = kept == null ? scores.next() : kept;
            size += length(score);
            if (size > bytes && !batch.isEmpty()) {
                kept = score;
                break;
            }
            kept = null;
            batch.add(score);
        }
        return batch;
    }

    private static int length(ScoreLine score) {
        try {
            return Json.MAPPER.writeValueAsBytes(score).length + 1;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
