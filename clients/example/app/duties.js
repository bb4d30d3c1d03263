// What the person who signed in has to do, by due date.

import { ProblemError } from "@kongdee/client";
import { h, pager } from "./dom.js";
import { day, t, text } from "./texts.js";

/** @type {import("./main.js").Show} */
export async function duties(app, _, query) {
  const params = { path: { recipient: "me" }, query: { page: Number(query.get("page") ?? 0), size: 20 } };
  const title = t("duties");
  try {
    const { data } = await app.kongdee.notification.GET("/v1/people/{recipient}/duties", { params });
    return {
      title,
      body: [
        data.items.length === 0 && h("p", {}, t("noDuties")),
        h("ol", { class: "lines", id: "duties" }, data.items.map((each) => duty(app, each))),
        pager(data, (page) => `#/duties?page=${page}`),
      ],
    };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) {
      return { title, body: [h("p", {}, t("noRecipient"))] };
    }
    throw error;
  }
}

function duty(/** @type {import("./main.js").App} */ app, /** @type {import("@kongdee/client").Notification["DueDate"]} */ each) {
  const name = each.criterion ? `${each.criterionLabel ?? each.criterion} ${text(each.title)}` : text(each.title);
  return h(
    "li",
    {},
    each.criterion && each.cycle === app.cycle.cycle ? h("a", { href: `#/criterion/${each.unit}/${each.criterion}` }, name) : h("b", {}, name),
    h(
      "p",
      { class: "figures" },
      each.due ? t("due", { date: day(each.due) }) : t("undated"),
      each.overdue && h("span", { class: "tag rejected" }, t("overdue")),
      each.sections.length > 0 && h("span", { class: "tag" }, each.sections.map((code) => (code === "ALL" ? t("everySection") : code)).join(", ")),
    ),
    each.missing.map((missing) => h("p", { class: "quiet" }, text(missing))),
  );
}
