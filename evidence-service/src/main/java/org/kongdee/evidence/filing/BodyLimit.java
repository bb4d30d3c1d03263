package org.kongdee.evidence.filing;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.kongdee.evidence.file.FileLimits;
import org.kongdee.web.problem.TooLarge;

/**
 * Holds back JSON that is too large or takes too long. The HTTP layer's limit has to let files
 * through, which are never held in memory; JSON is, so it has a limit of its own.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {

    private static final int MAX_JSON = 10 << 20;

    /** Asked for late: providers are made before there is any configuration. */
    private final Instance<FileLimits> limits;

    BodyLimit(Instance<FileLimits> limits) {
        this.limits = limits;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && type.getType().toLowerCase(Locale.ROOT).equals("multipart")) {
            return context.proceed();
        }
        String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() > 9) {
            throw tooLarge();
        }
        byte[] body =
                new ArrivingBody(context.getInputStream(), limits.get()).readNBytes(MAX_JSON + 1);
        if (body.length > MAX_JSON) {
            throw tooLarge();
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static TooLarge tooLarge() {
        return new TooLarge("too-large", "A JSON body has at most %,d bytes.".formatted(MAX_JSON));
    }
}
