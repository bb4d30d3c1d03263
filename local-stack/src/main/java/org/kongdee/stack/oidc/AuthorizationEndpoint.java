package org.kongdee.stack.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.Form;
import org.kongdee.stack.http.Request;
import org.kongdee.stack.people.People;
import org.kongdee.stack.people.Person;
import org.kongdee.stack.people.Text;
import org.kongdee.stack.token.Identity;

/**
 * {@code /authorize} shows who one can be, {@code /authorize/pick} takes what was picked and sends
 * the browser back with a code. Where the client or its address is wrong nobody is sent anywhere
 * (RFC 6749, section 4.1.2.1).
 */
final class AuthorizationEndpoint {

    private final String issuer;
    private final Clients clients;
    private final People people;
    private final Grants grants;
    private final Clock clock;
    private final SignInPage page;

    AuthorizationEndpoint(
            String issuer, Clients clients, People people, Grants grants, Clock clock) {
        this.issuer = issuer;
        this.clients = clients;
        this.people = people;
        this.grants = grants;
        this.clock = clock;
        this.page = new SignInPage(people);
    }

    Answer ask(Request request) {
        return answer(
                request,
                (reply, asked) ->
                        page.answer(
                                Page.language(request), reply, asked.loginHint(), request.form()));
    }

    Answer pick(Request request) {
        if (!comesFromThePage(request)) {
            return new ErrorPage(
                            new Text(
                                    "the page that one picks on is this provider's; another sent what was picked",
                                    "การเลือกต้องมาจากหน้าของผู้ให้บริการนี้ แต่คำขอนี้มาจากหน้าอื่น"))
                    .answer(Page.language(request));
        }
        return answer(request, (reply, asked) -> Answer.seeOther(signIn(request, reply, asked)));
    }

    private interface Handler {
        Answer answer(Reply reply, AuthorizationRequest asked);
    }

    private Answer answer(Request request, Handler handler) {
        try {
            Reply reply = reply(request.form());
            try {
                return handler.answer(reply, AuthorizationRequest.of(request.form()));
            } catch (OAuthError e) {
                return Answer.seeOther(reply.error(e.code(), e.description()));
            }
        } catch (ErrorPage e) {
            return e.answer(Page.language(request));
        }
    }

    private Reply reply(Form form) {
        for (String name : List.of("client_id", "redirect_uri")) {
            if (form.isRepeated(name)) {
                throw new ErrorPage(
                        new Text(name + " is given twice", "ระบุ " + name + " มากกว่าหนึ่งครั้ง"));
            }
        }
        String client = form.get("client_id").orElse("");
        if (clients.frontend(client).isEmpty()) {
            throw new ErrorPage(
                    new Text(
                            "client_id must be a client that signs people in, and is '%s'"
                                    .formatted(client),
                            "client_id ต้องเป็นระบบที่ให้บุคคลเข้าใช้ได้ แต่เป็น '%s'"
                                    .formatted(client)));
        }
        return new Reply(redirect(form), form.get("state").orElse(null), issuer);
    }

    private static RedirectUri redirect(Form form) {
        return frontendAddress("redirect_uri", form.get("redirect_uri").orElse(""));
    }

    /**
     * @throws ErrorPage unless it is one of this machine
     */
    static RedirectUri frontendAddress(String parameter, String address) {
        return RedirectUri.of(address)
                .orElseThrow(
                        () ->
                                new ErrorPage(
                                        new Text(
                                                "%s must be an http address of localhost, 127.0.0.1 or [::1] without a #, and is '%s'"
                                                        .formatted(parameter, address),
                                                "%s ต้องเป็นที่อยู่ http ของ localhost, 127.0.0.1 หรือ [::1] และไม่มี # แต่เป็น '%s'"
                                                        .formatted(parameter, address))));
    }

    private String signIn(Request request, Reply reply, AuthorizationRequest asked) {
        Form form = request.form();
        Person person =
                form.get("subject")
                        .flatMap(people::withSubject)
                        .orElseThrow(
                                () ->
                                        new OAuthError(
                                                "access_denied", "nobody who is known was picked"));
        Client.Frontend client = clients.frontend(form.get("client_id").orElse("")).orElseThrow();
        Identity identity =
                new Identity(
                        person.subject(),
                        person.name(),
                        Set.of(person.role()),
                        person.unit(),
                        client.audience());
        Grant grant =
                new Grant(
                        UUID.randomUUID().toString(),
                        identity,
                        client.id(),
                        form.get("redirect_uri").orElse(""),
                        asked.challenge(),
                        asked.scopes(),
                        asked.nonce(),
                        clock.instant());
        return reply.code(grants.begin(grant));
    }

    /** Browsers say where a form's POST comes from; programs have no page, and say nothing. */
    private static boolean comesFromThePage(Request request) {
        Optional<String> origin = request.header("Origin");
        return origin.isEmpty() || origin.equals(request.header("Host").map("http://"::concat));
    }
}
