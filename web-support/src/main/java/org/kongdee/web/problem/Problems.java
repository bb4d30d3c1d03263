package org.kongdee.web.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/** Turns faults into problems: the one place that knows which HTTP status a fault means. */
public final class Problems {

    private Problems() {}

    /** The HTTP status a fault means. */
    public static int status(Fault fault) {
        return switch (fault) {
            case Malformed _ -> 400;
            case Unauthenticated _ -> 401;
            case Forbidden _ -> 403;
            case NotFound _ -> 404;
            case TooSlow _ -> 408;
            case Conflict _ -> 409;
            case StaleVersion _ -> 412;
            case TooLarge _ -> 413;
            case OutOfRange _ -> 416;
            case HeadTooLarge head -> head.status();
            case RuleBroken _ -> 422;
            case VersionRequired _ -> 428;
            case TooMany _ -> 429;
            case Unavailable _ -> 503;
            case StorageFull _ -> 507;
        };
    }

    /** The problem that a fault means; bulk requests use it for each line. */
    public static Problem problem(Fault fault, Language language, String instance) {
        return of(
                fault.slug(),
                status(fault),
                fault.detail(),
                fault.errors(),
                fault.members(),
                language,
                instance);
    }

    /** What the answer says besides, in its headers. */
    static Map<String, String> headers(Fault fault) {
        return switch (fault) {
            case Unauthenticated unauthenticated ->
                    Map.of(HttpHeaders.WWW_AUTHENTICATE, unauthenticated.challenge());
            case Later later -> later.headers();
            case OutOfRange range -> Map.of("Content-Range", "bytes */" + range.size());
            case TooSlow _ -> Map.of("Connection", "close");
            default -> Map.of();
        };
    }

    static Problem of(
            String slug,
            int status,
            Message detail,
            List<FieldError> errors,
            Map<String, Object> members,
            Language language,
            String instance) {
        return new Problem(
                Problem.BASE + slug,
                ProblemTitles.title(slug, language),
                status,
                detail.in(language),
                instance,
                RequestId.current(),
                errors.stream().map(error -> error.in(language)).toList(),
                members);
    }

    static Response response(Problem problem, Language language) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }
}
