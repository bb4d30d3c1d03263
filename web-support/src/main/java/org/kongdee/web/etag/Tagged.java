package org.kongdee.web.etag;

/**
 * Something whose version makes an entity tag. A view that lists show says it too, so that what was
 * read in a list can be changed without reading it alone.
 */
public interface Tagged {

    /** Quoted, as headers carry it. */
    String etag();
}
