package org.kongdee.web.etag;

/** Something whose version makes an entity tag. */
public interface Tagged {

    /** Quoted, as headers carry it. */
    String etag();
}
