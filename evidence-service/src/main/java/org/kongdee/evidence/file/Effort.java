package org.kongdee.evidence.file;

/**
 * How much may still be unpacked to look at one uploaded file, with all that is packed in what is
 * packed; and how deep one may lie in the other.
 */
final class Effort {

    static final int MAX_RATIO = 100;

    /** So much every file may unpack to, however small it is. */
    static final long FREE = 100L << 20;

    /** As much as may be unpacked here to check the rest. */
    static final long MAX = 16L << 30;

    private static final int MAX_DEPTH = 4;

    private long left;
    private int depth;

    /**
     * @param size of the uploaded file
     */
    Effort(long size) {
        left = Math.min(MAX, Math.max(FREE, size * MAX_RATIO));
    }

    void unpacked(long bytes) throws NotTaken {
        left -= bytes;
        if (left < 0) {
            throw new NotTaken(Refusal.BOMB);
        }
    }

    /** Goes into what is packed. */
    void enter(FileName name) throws NotTaken {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new NotTaken(Refusal.UNCHECKABLE, name);
        }
    }

    void leave() {
        depth--;
    }

    boolean isInside() {
        return depth > 0;
    }
}
