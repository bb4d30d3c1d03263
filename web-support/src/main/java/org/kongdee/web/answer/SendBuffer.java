package org.kongdee.web.answer;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets the system hold only so much of an answer for its reader. It tells of what was taken in
 * thirds of this, and by itself it would hold megabytes: a reader on a slow line would look like
 * one who has stopped.
 */
@ApplicationScoped
class SendBuffer implements HttpServerOptionsCustomizer {

    private static final int BYTES = 256 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }
}
