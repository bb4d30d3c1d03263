package org.kongdee.evidence.item;

/** What the last look at a link found. */
public enum LinkStatus {
    /** Nobody has looked yet. */
    UNCHECKED,
    /** There it is. */
    HEALTHY,
    /** It is there, at another address now. */
    MOVED,
    /** It answers, but only to those who sign in: an assessor may see nothing. */
    LOGIN,
    /** It says that it is not there, or its host does not exist. */
    GONE,
    /** No proper answer this time: too slow, refused, an error of the server. */
    UNREACHABLE,
    /**
     * It leads where this service does not go: an inner network, another port, too many redirects.
     */
    REFUSED
}
