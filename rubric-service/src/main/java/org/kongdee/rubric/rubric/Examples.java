package org.kongdee.rubric.rubric;

/** Examples of the contract that are longer than a line. */
final class Examples {

    static final String RUBRIC =
            """
            {"rubric": "tidy-office", "version": "1", "title": {"en": "Tidy office", "th": "สำนักงานสะอาด"}, "aggregate": "sum",
             "kinds": [{"code": "photograph", "title": {"en": "Photograph", "th": "ภาพถ่าย"}}],
             "channels": [{"code": "website", "title": {"en": "Website", "th": "เว็บไซต์"}}],
             "nodes": [
               {"code": "1", "title": {"en": "Cleaning day", "th": "วันทำความสะอาด"},
                "approach": {"en": "Clean the office together.", "th": "ทำความสะอาดสำนักงานร่วมกัน"},
                "examples": [{"en": "Photographs of the day", "th": "ภาพถ่ายของวันนั้น"}], "kinds": ["photograph"],
                "scheme": "ladder",
                "rungs": [{"points": 1, "title": {"en": "Held once", "th": "จัดหนึ่งครั้ง"}, "when": "count(\\"photograph\\") >= 1"}],
                "deadlines": [{"code": "D1", "due": "--01-15", "title": {"en": "Hold it once", "th": "จัดหนึ่งครั้ง"}}]}]}
            """;

    private Examples() {}
}
