package org.kongdee.web.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Lets an operation that reads a stream see it as an {@link ArrivingBody}. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class ArrivingBodies implements ReaderInterceptor {

    /** Asked for late: providers are made before there is any configuration. */
    private final Instance<BodySettings> settings;

    private final Instance<RoutingContext> request;

    ArrivingBodies(Instance<BodySettings> settings, Instance<RoutingContext> request) {
        this.settings = settings;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (request.get().get(ArrivingBody.UNDER_WAY) instanceof ArrivingBody.UnderWay underWay) {
            context.setInputStream(
                    new ArrivingBody(context.getInputStream(), underWay, settings.get()));
        }
        return context.proceed();
    }
}
