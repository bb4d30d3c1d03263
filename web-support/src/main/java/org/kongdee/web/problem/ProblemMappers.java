package org.kongdee.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.kongdee.web.operation.Operations;
import org.kongdee.web.outage.Causes;
import org.kongdee.web.outage.DatabaseOutage;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/**
 * The one mapper: whatever a request throws leaves as a problem. Nothing of an unexpected exception
 * is shown; it is logged under the request id that the answer carries.
 */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

    private final Operations operations;
    private final DatabaseOutage database;

    ProblemMappers(Operations operations, DatabaseOutage database) {
        this.operations = operations;
        this.database = database;
    }

    @ServerExceptionMapper
    public Response fault(Fault fault, HttpServerRequest request) {
        Language language = language(request);
        ResponseBuilder response =
                Response.fromResponse(
                        Problems.response(
                                Problems.problem(fault, language, request.path()), language));
        Problems.headers(fault).forEach(response::header);
        return response.build();
    }

    /** Whoever sends too slowly is cut off, once the answer is out. */
    @ServerExceptionMapper
    public Response tooSlow(TooSlow fault, RoutingContext context) {
        context.addBodyEndHandler(_ -> context.request().connection().close());
        return fault((Fault) fault, context.request());
    }

    /** Named, because the framework brings a mapper of its own for just this type. */
    @ServerExceptionMapper
    public Response json(MismatchedInputException e, HttpServerRequest request) {
        return fault(JsonFaults.fault(e), request);
    }

    @ServerExceptionMapper
    public Response json(JsonMappingException e, HttpServerRequest request) {
        return fault(JsonFaults.fault(e), request);
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e, HttpServerRequest request) {
        return fault(JsonFaults.fault(e), request);
    }

    @ServerExceptionMapper
    public Response violations(ConstraintViolationException e, HttpServerRequest request) {
        return fault(Violations.fault(e.getConstraintViolations()), request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException e, HttpServerRequest request) {
        return fault(
                request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        ? Unauthenticated.missing()
                        : Unauthenticated.invalid(),
                request);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, HttpServerRequest request) {
        return fault(new Forbidden(Message.of("Your roles do not allow this.")), request);
    }

    /**
     * What the framework itself answers: unknown paths, methods, media types, unreadable
     * parameters.
     */
    @ServerExceptionMapper
    public Response framework(WebApplicationException e, HttpServerRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault(fault, request);
            }
            if (cause instanceof JsonProcessingException json) {
                return json(json, request);
            }
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, request);
        }
        Response response =
                switch (status) {
                    case 404 ->
                            problem(
                                    "not-found",
                                    404,
                                    Message.of("There is nothing at this path."),
                                    request);
                    case 405 ->
                            problem(
                                    "method-not-allowed",
                                    405,
                                    Message.of(
                                            "This path does not take %s; see Allow.",
                                            request.method()),
                                    request);
                    case 406 ->
                            problem(
                                    "not-acceptable",
                                    406,
                                    Message.of(
                                            "This path cannot answer in any type that Accept names."),
                                    request);
                    case 413 ->
                            problem(
                                    "too-large",
                                    413,
                                    Message.of("The body is too large."),
                                    request);
                    case 415 -> unsupported(request);
                    default ->
                            problem(
                                    "bad-request",
                                    status,
                                    Message.of("The request cannot be read."),
                                    request);
                };
        return status == 405
                ? Response.fromResponse(response)
                        .header(
                                HttpHeaders.ALLOW,
                                String.join(", ", operations.methods(request.path())))
                        .build()
                : response;
    }

    private Response unsupported(HttpServerRequest request) {
        String sent = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String taken = operations.typesOf(request.path(), request.method().name());
        Message detail =
                sent == null || sent.isBlank()
                        ? Message.of("The body has no Content-Type; this path takes %s.", taken)
                        : Message.of(
                                "This path does not take a body of type '%s'; it takes %s.",
                                sent, taken);
        Response response = problem("unsupported-media-type", 415, detail, request);
        return Response.fromResponse(response).header(HttpHeaders.ACCEPT, taken).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, HttpServerRequest request) {
        if (tooLarge(e)) {
            return problem("too-large", 413, Message.of("The body is too large."), request);
        }
        if (notUtf8(e)) {
            return fault(Malformed.notUtf8(), request);
        }
        if (unreadableForm(e)) {
            return fault(
                    Malformed.body(
                            Message.of(
                                    "The body is no multipart/form-data that ends by the boundary of its Content-Type.")),
                    request);
        }
        if (database.isBehind(e)) {
            return fault(
                    new Unavailable(Message.of("The database does not answer; try again.")),
                    request);
        }
        if (request.response().closed() && Causes.find(e, IOException.class).isPresent()) {
            LOG.debugf(e, "the reader has left: %s %s", request.method(), request.path());
            return Response.serverError().build();
        }
        LOG.errorf(e, "unexpected: %s %s", request.method(), request.path());
        return problem(
                "internal-error",
                500,
                Message.of("Something went wrong here. Name the request id when you ask for help."),
                request);
    }

    private static Response problem(
            String slug, int status, Message detail, HttpServerRequest request) {
        Language language = language(request);
        return Problems.response(
                Problems.of(slug, status, detail, List.of(), Map.of(), language, request.path()),
                language);
    }

    private static Language language(HttpServerRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static boolean tooLarge(Throwable e) {
        return Causes.find(e, HttpException.class)
                .filter(http -> http.getStatusCode() == 413)
                .isPresent();
    }

    /** The framework's parser of forms has no exception of its own. */
    private static boolean unreadableForm(Throwable e) {
        return Causes.find(e, IOException.class)
                .map(Throwable::getStackTrace)
                .filter(trace -> trace.length > 0)
                .filter(trace -> trace[0].getClassName().startsWith(FORMS))
                .isPresent();
    }

    /** Jackson takes bytes for UTF-16 or UTF-32 where they look like it. */
    private static boolean notUtf8(Throwable e) {
        return Causes.find(e, CharConversionException.class).isPresent();
    }
}
