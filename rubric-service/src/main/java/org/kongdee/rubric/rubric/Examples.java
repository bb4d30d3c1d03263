package org.kongdee.rubric.rubric;

/** Examples of the contract that are longer than a line. */
final class Examples {

    static final String RUBRIC =
            """
            {"rubric": "tidy-office", "version": "1", "title": {"en": "Tidy office", "th": "สำนักงานสะอาด"}, "aggregate": "sum",
             "sections": [{"code": "SUPPLY", "title": {"en": "Supply", "th": "ฝ่ายพัสดุ"}}],
             "channels": [{"code": "website", "title": {"en": "Website", "th": "เว็บไซต์"}}],
             "nodes": [
               {"code": "1", "title": {"en": "Cleaning day", "th": "วันทำความสะอาด"}, "owners": ["SUPPLY"], "kinds": ["photograph"],
                "scheme": "ladder",
                "rungs": [{"points": 1, "title": {"en": "Held once", "th": "จัดหนึ่งครั้ง"}, "when": "count(\\"photograph\\") >= 1"}],
                "milestones": [{"code": "1", "due": "--01-15"}]}]}
            """;

    private Examples() {}
}
