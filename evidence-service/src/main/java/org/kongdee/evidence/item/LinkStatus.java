package org.kongdee.evidence.item;

/**
 * What the last look at a link found. UNCHECKED: nobody has looked yet. HEALTHY: there it is.
 * MOVED: it is there, at another address now. LOGIN: it answers, but only to those who sign in, so
 * that an assessor may see nothing. GONE: it says that it is not there. UNREACHABLE: no proper
 * answer this time; too slow, refused, an error of the server, or no such host on the public
 * internet, the only one where this service looks. REFUSED: it leads where this service does not
 * go; another port, no web address, too many redirects.
 */
public enum LinkStatus {
    UNCHECKED,
    HEALTHY,
    MOVED,
    LOGIN,
    GONE,
    UNREACHABLE,
    REFUSED
}
