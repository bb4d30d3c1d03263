package org.kongdee.stack.oidc;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.Form;
import org.kongdee.stack.http.Request;
import org.kongdee.stack.people.Language;
import org.kongdee.stack.people.Text;

/**
 * What people see: HTML without scripts, which no other page may frame, and which loads nothing.
 *
 * @param title also its heading
 * @param content HTML, in which whatever came from outside is escaped
 * @param formsGoTo besides this provider, a source of the Content Security Policy
 */
record Page(Language language, Text title, String content, String formsGoTo) {

    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{font:1rem/1.5 system-ui,"Noto Sans Thai","Leelawadee UI",Thonburi,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1b1f24;background:#fff}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
            ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}
            button{font:inherit;width:100%;height:100%;min-height:3.25rem;text-align:start;padding:.5rem .75rem;color:inherit;background:#f6f8fa;border:1px solid #6e7781;border-radius:.4rem;cursor:pointer}
            button:hover{background:#e7ecf1}
            button:focus-visible,a:focus-visible{outline:3px solid #0a58ca;outline-offset:2px}
            button b{display:block}button span{font-size:.875rem}
            a{color:#0a4bb0}
            @media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}button{background:#161b22;border-color:#8b949e}button:hover{background:#21262d}a{color:#79b8ff}button:focus-visible,a:focus-visible{outline-color:#79b8ff}}
            """;

    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-%s'; form-action 'self' %s";

    static Page of(Language language, Text title, String content) {
        return new Page(language, title, content, "");
    }

    /** The language that a request asks for: first by its parameter, then by its header. */
    static Language language(Request request) {
        Form form = request.form();
        Optional<String> locales = form.get("ui_locales").map(tags -> tags.replace(' ', ','));
        return Language.preferred(locales.or(() -> request.header("Accept-Language")).orElse(""));
    }

    Answer answer(int status) {
        String html =
                """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s · Kongdee</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """
                        .formatted(
                                language.tag(),
                                escape(title.in(language)),
                                STYLE,
                                escape(title.in(language)),
                                content);
        String hash = Base64.getEncoder().encodeToString(Tokens.sha256(STYLE));
        return new Answer(
                status,
                Map.of(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "Content-Language",
                        language.tag(),
                        "Content-Security-Policy",
                        POLICY.formatted(hash, formsGoTo).strip(),
                        "X-Frame-Options",
                        "DENY",
                        // The form's POST carries its origin, and no other site hears of the
                        // address.
                        "Referrer-Policy",
                        "same-origin"),
                html);
    }

    static String paragraph(String text) {
        return "<p>" + escape(text) + "</p>\n";
    }

    /** As text or as the value of an attribute in double quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
