package org.kongdee.stack.oidc;

import org.kongdee.stack.http.Answer;
import org.kongdee.stack.people.Language;
import org.kongdee.stack.people.Text;

/** Why somebody is not sent on: what sent them here is wrong, so that only they can be told. */
final class ErrorPage extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Text TITLE =
            new Text("This sign-in does not work", "คำขอเข้าใช้นี้ไม่ถูกต้อง");
    private static final Text WHO =
            new Text(
                    "Tell whoever runs the application that sent you here:",
                    "โปรดแจ้งผู้ดูแลระบบที่ส่งท่านมาที่หน้านี้ว่า");

    private final Text why;

    ErrorPage(Text why) {
        super(why.en());
        this.why = why;
    }

    Answer answer(Language language) {
        String content = Page.paragraph(WHO.in(language)) + Page.paragraph(why.in(language));
        return Page.of(language, TITLE, content).answer(400);
    }
}
