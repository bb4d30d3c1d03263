package org.kongdee.stack.oidc;

import static org.kongdee.stack.oidc.Page.escape;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.Form;
import org.kongdee.stack.people.Language;
import org.kongdee.stack.people.People;
import org.kongdee.stack.people.Person;
import org.kongdee.stack.people.Text;
import org.kongdee.stack.token.Role;

/** Where one picks who to be: a button for each person. */
final class SignInPage {

    private static final Text TITLE = new Text("Who do you want to be?", "ต้องการเข้าใช้เป็นใคร");
    private static final Text ABOUT =
            new Text(
                    "This sign-in is for trying and developing on one machine: there are no passwords, whoever"
                            + " is picked is signed in. Then it goes on to %s.",
                    "หน้านี้ใช้สำหรับทดลองและพัฒนาในเครื่องเดียว ไม่มีรหัสผ่าน เลือกผู้ใดก็เข้าใช้เป็นผู้นั้น"
                            + " แล้วจะไปต่อที่ %s");
    private static final Text EXPECTED = new Text("Expected here", "ผู้ที่คาดว่าจะเข้าใช้");
    private static final Text OTHERS =
            new Text("Those who run and judge the contest", "ผู้จัดและผู้ประเมิน");
    private static final Text OF_UNIT = new Text("People of unit %s", "บุคลากรของหน่วยงาน %s");
    private static final Text CANCEL = new Text("Do not sign in", "ไม่เข้าใช้");

    private final People people;

    SignInPage(People people) {
        this.people = people;
    }

    /**
     * @param hint the subject of who is expected, or null
     * @param sent what the form sends again
     */
    Answer answer(Language language, Reply reply, @Nullable String hint, Form sent) {
        StringBuilder html = new StringBuilder();
        html.append(Page.paragraph(ABOUT.in(language).formatted(reply.uri().origin())));
        html.append("<form method=\"post\" action=\"" + Metadata.PICK + "\">\n");
        for (String name : AuthorizationRequest.KEPT) {
            sent.get(name)
                    .ifPresent(
                            value ->
                                    html.append(
                                            "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n"
                                                    .formatted(name, escape(value))));
        }
        if (hint != null) {
            section(html, language, EXPECTED.in(language), person -> person.subject().equals(hint));
        }
        section(html, language, OTHERS.in(language), person -> person.role() != Role.OFFICER);
        for (String unit : units()) {
            section(
                    html,
                    language,
                    OF_UNIT.in(language).formatted(unit),
                    person -> person.role() == Role.OFFICER && unit.equals(person.unit()));
        }
        html.append("</form>\n");
        String cancelled = reply.error("access_denied", "whoever was asked did not sign in");
        html.append(
                "<p><a href=\"%s\">%s</a></p>"
                        .formatted(escape(cancelled), escape(CANCEL.in(language))));
        return new Page(language, TITLE, html.toString(), reply.uri().policySource()).answer(200);
    }

    private List<String> units() {
        return people.all().stream()
                .filter(person -> person.role() == Role.OFFICER)
                .map(Person::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private void section(
            StringBuilder html, Language language, String heading, Predicate<Person> which) {
        List<Person> chosen = people.all().stream().filter(which).toList();
        if (chosen.isEmpty()) {
            return;
        }
        html.append("<h2>").append(escape(heading)).append("</h2>\n<ul>\n");
        for (Person person : chosen) {
            html.append(
                    """
                    <li><button name="subject" value="%s"><b lang="%s">%s</b> <span>%s</span></button></li>
                    """
                            .formatted(
                                    escape(person.subject()),
                                    person.nameLanguage().tag(),
                                    escape(person.name()),
                                    escape(person.post().in(language))));
        }
        html.append("</ul>\n");
    }
}
