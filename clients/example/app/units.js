// All units, a page at a time, for those who see more than their own.

import { field, h, pager } from "./dom.js";
import { t, text } from "./texts.js";

/** @type {import("./main.js").Show} */
export async function units(app, _, query) {
  const q = query.get("q") ?? "";
  const href = (/** @type {number} */ page, words = q) => `#/units?page=${page}&q=${encodeURIComponent(words)}`;
  const params = { query: { page: Number(query.get("page") ?? 0), size: 20, q: q || undefined } };
  const { data } = await app.kongdee.rubric.GET("/v1/units", { params });
  const words = h("input", { type: "search", value: q });
  const form = h("form", { class: "filter", role: "search" }, field(t("search"), words), h("button", {}, t("show")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = href(0, words.value);
  });
  return {
    title: t("units"),
    unit: "-",
    body: [
      form,
      data.items.length === 0 && h("p", {}, t("nothing")),
      h("ul", { class: "lines", id: "units" }, data.items.map(({ unit, title }) => h("li", {}, h("a", { href: `#/sheet/${unit}` }, `${unit} ${text(title)}`)))),
      pager(data, href),
    ],
  };
}
