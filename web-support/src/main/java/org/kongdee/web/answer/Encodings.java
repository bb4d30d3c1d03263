package org.kongdee.web.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says of what is gzipped for those who ask that it depends on {@code Accept-Encoding} (RFC 9110,
 * 12.5.5), gzipped or not, so that no cache gives gzip to who cannot read it; the HTTP layer, which
 * does it, leaves that out.
 */
public class Encodings {

    private final boolean enabled;
    private final Set<String> types;

    Encodings(
            @ConfigProperty(name = "quarkus.http.enable-compression") boolean enabled,
            @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> types) {
        this.enabled = enabled;
        this.types = Set.copyOf(types);
    }

    @ServerResponseFilter
    public void vary(ContainerRequestContext request, ContainerResponseContext answer) {
        if (enabled
                && (answer.getStatus() == Status.NOT_MODIFIED.getStatusCode()
                        || isCompressed(answer.getMediaType()))) {
            answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    /** Of several types one is chosen only after this; to say too much does no harm. */
    private boolean isCompressed(@Nullable MediaType type) {
        return type == null || types.contains(type.getType() + "/" + type.getSubtype());
    }
}
