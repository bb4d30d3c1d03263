package org.kongdee.rubric.plan;

/** Examples of the contract that are longer than a line. */
final class Examples {

    static final String ENTRY =
            """
            {"owners": ["LEGAL"], "persons": ["slk-legal-head"],
             "text": {"en": "By circular memo, LINE group and meeting", "th": "แจ้งทางหนังสือเวียน กลุ่มไลน์ และการประชุม"},
             "milestones": [{"code": "1", "due": "--01-15", "title": {"en": "Make it known to staff", "th": "สื่อสารแก่บุคลากร"},
                             "when": "channels(\\"communication\\") >= 2"}]}
            """;

    static final String PLAN = "{\"criteria\": {\"1.1.2\": " + ENTRY + "}}";

    private Examples() {}
}
