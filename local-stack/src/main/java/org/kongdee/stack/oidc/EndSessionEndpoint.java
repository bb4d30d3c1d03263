package org.kongdee.stack.oidc;

import java.util.Map;
import java.util.Optional;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.Form;
import org.kongdee.stack.http.Request;
import org.kongdee.stack.people.Text;

/**
 * {@code /end-session}: ends the sign-in that an ID token tells of, and sends its frontend on
 * (OpenID Connect RP-Initiated Logout 1.0). Without a token there is nothing to end: no cookie
 * keeps anybody signed in here.
 */
final class EndSessionEndpoint {

    private static final Text TITLE = new Text("You are signed out", "ออกจากระบบแล้ว");
    private static final Text ABOUT =
            new Text(
                    "You can close this page. What an application was given for you ends within %s minutes.",
                    "ปิดหน้านี้ได้ สิทธิ์ที่ระบบได้รับในนามของท่านจะสิ้นสุดภายใน %s นาที");

    private final Clients clients;
    private final Grants grants;
    private final Tokens tokens;

    EndSessionEndpoint(Clients clients, Grants grants, Tokens tokens) {
        this.clients = clients;
        this.grants = grants;
        this.tokens = tokens;
    }

    Answer answer(Request request) {
        try {
            Form form = request.form();
            Optional<String> client = end(form);
            Optional<String> back = form.get("post_logout_redirect_uri");
            if (back.isEmpty()) {
                String about =
                        ABOUT.in(Page.language(request)).formatted(Tokens.VALIDITY.toMinutes());
                return Page.of(Page.language(request), TITLE, Page.paragraph(about)).answer(200);
            }
            return Answer.seeOther(next(client, back.get(), form));
        } catch (ErrorPage e) {
            return e.answer(Page.language(request));
        }
    }

    /** Returns who asks, if that is said. */
    private Optional<String> end(Form form) {
        Optional<String> hint = form.get("id_token_hint");
        Optional<String> client = form.get("client_id");
        if (hint.isEmpty()) {
            return client;
        }
        Tokens.SignIn signIn =
                tokens.readId(hint.get())
                        .orElseThrow(
                                () ->
                                        new ErrorPage(
                                                new Text(
                                                        "id_token_hint is no ID token of this provider",
                                                        "id_token_hint ไม่ใช่ ID token ของผู้ให้บริการนี้")));
        if (client.isPresent() && !client.get().equals(signIn.client())) {
            throw new ErrorPage(
                    new Text(
                            "client_id is another than that of id_token_hint",
                            "client_id ไม่ตรงกับของ id_token_hint"));
        }
        grants.end(signIn.session());
        return Optional.of(signIn.client());
    }

    private String next(Optional<String> client, String back, Form form) {
        if (client.flatMap(clients::frontend).isEmpty()) {
            throw new ErrorPage(
                    new Text(
                            "post_logout_redirect_uri needs an id_token_hint, or the client_id of a client that"
                                    + " signs people in",
                            "post_logout_redirect_uri ต้องมี id_token_hint หรือ client_id ของระบบที่ให้บุคคลเข้าใช้ได้"));
        }
        RedirectUri address =
                AuthorizationEndpoint.frontendAddress("post_logout_redirect_uri", back);
        return address.with(
                form.get("state").map(state -> Map.of("state", state)).orElse(Map.of()));
    }
}
