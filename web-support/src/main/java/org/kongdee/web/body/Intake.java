package org.kongdee.web.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.operation.Operation;
import org.kongdee.web.operation.Operations;
import org.kongdee.web.problem.Refusals;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.problem.TooMany;
import org.kongdee.web.security.Door;
import org.kongdee.web.text.Message;

/**
 * Takes the body of a request on the event loop, before its operation begins and takes a thread.
 * What will be refused anyway, for its caller, its type or its size, is not read.
 */
@ApplicationScoped
class Intake {

    /** After the door, before routing. */
    private static final int LATE = 50;

    private static final String CONTINUE = "100-continue";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Operations operations;
    private final Refusals refusals;
    private final Arrivals arrivals;
    private final Room room;
    private final BodySettings settings;

    Intake(
            Operations operations,
            Refusals refusals,
            Arrivals arrivals,
            Room room,
            BodySettings settings) {
        this.operations = operations;
        this.refusals = refusals;
        this.arrivals = arrivals;
        this.room = room;
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, LATE);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!hasBody(request)) {
            context.next();
            return;
        }
        Optional<Operation> operation = operation(context);
        if (operation.isEmpty() || !Door.admits(context, operation.get().roles())) {
            // Routing refuses it. Should it find an operation that was not found here, by another
            // spelling of its path, there is still nothing that a thread could wait for.
            ((RoutingContextInternal) context).setBody(Buffer.buffer());
            context.next();
        } else {
            take(context, operation.get());
        }
    }

    private void take(RoutingContext context, Operation operation) {
        HttpServerRequest request = context.request();
        boolean streams = operation.streams(request.getHeader(HttpHeaders.CONTENT_TYPE));
        long most = streams ? operation.mostStreamed() : operation.most();
        if (announced(request) > most) {
            refusals.refuse(context, tooLarge(most));
            return;
        }
        Optional<Arrival> begun = arrivals.begin(Door.caller(context));
        if (begun.isEmpty()) {
            refusals.refuse(
                    context,
                    new TooMany(
                            Message.of("Too many bodies are being sent at once, all of them fast."),
                            SOON));
            return;
        }
        Arrival arrival = begun.get();
        context.addEndHandler(_ -> arrivals.end(arrival));
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
            // Told; the framework would tell it once more.
            request.headers().remove(HttpHeaders.EXPECT);
        }
        if (streams) {
            context.put(ArrivingBody.UNDER_WAY, new ArrivingBody.UnderWay(arrival, most));
            context.next();
        } else {
            new HeldBody(context, arrival, most, arrivals, room, refusals)
                    .read(settings.heldWithin());
        }
    }

    /** The one that takes the body's type; of several that differ in that only. */
    private Optional<Operation> operation(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<Operation> found =
                operations.at(context.normalizedPath(), request.method().name()).toList();
        MediaType sent = type(request.getHeader(HttpHeaders.CONTENT_TYPE));
        return sent == null
                ? found.stream().findFirst()
                : found.stream().filter(one -> one.types().takes(sent)).findFirst();
    }

    private static @Nullable MediaType type(@Nullable String header) {
        try {
            return header == null ? null : MediaType.valueOf(header);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || announced(request) > 0;
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static TooLarge tooLarge(long most) {
        return new TooLarge("too-large", Message.of("The body is larger than %d bytes.", most));
    }
}
