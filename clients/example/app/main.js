// Signs in, keeps header and menu, shows the view that the address names, and follows what others change.

import { createKongdee } from "@kongdee/client";
import { criterion } from "./criterion.js";
import { h, problem } from "./dom.js";
import { duties } from "./duties.js";
import { evidence } from "./evidence.js";
import { heat } from "./heat.js";
import { radar } from "./radar.js";
import { ranking } from "./ranking.js";
import { createSession } from "./session.js";
import { sheet } from "./sheet.js";
import { steps } from "./steps.js";
import { day, lang, setLang, t, text } from "./texts.js";
import { units } from "./units.js";

/**
 * What every view gets.
 * @typedef {object} App
 * @property {import("@kongdee/client").Kongdee} kongdee
 * @property {Rubric["Me"]} me
 * @property {Set<string>} may the operations that the caller's roles allow, as `service:operation`
 * @property {Rubric["Cycle"]} cycle
 * @property {Rubric["RubricDocument"]} rubric
 * @property {(said: string) => void} say to those who listen rather than look
 * @property {() => Promise<void>} again shows the view anew, without losing the place
 *
 * What a view answers.
 * @typedef {object} View
 * @property {string} title
 * @property {import("./dom.js").Child[]} body
 * @property {string} [unit] whose changes concern it; without one all do
 * @property {(event: Rubric["CycleEvent"]) => boolean} [keeps] what is being written, so that it is not shown anew now
 *
 * @typedef {(app: App, path: string[], query: URLSearchParams) => Promise<View>} Show
 * @typedef {import("@kongdee/client").Rubric} Rubric
 */

/** @type {Record<string, Show>} */
const VIEWS = { sheet, criterion, evidence, steps, duties, units, ranking, heat, radar };

const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
const [skip, header, menu, main, live, said] = [part("a.skip"), part("header"), part("body > nav"), part("main"), part("#live"), part("#said")];

/** @type {import("./session.js").Config} */
const config = await (await fetch("/config.json")).json();
const session = createSession(config, () => leave(t("signedOff")));
const kongdee = createKongdee({
  rubric: config.rubric,
  evidence: config.evidence,
  notification: config.notification,
  token: session.token,
  language: lang,
});

/** @type {App | undefined} */
let app;
/** @type {View | undefined} */
let view;
let visits = 0;
let following = new AbortController();

/** Tells what happened; the same again is told again. */
function say(/** @type {string} */ what) {
  said.textContent = "";
  setTimeout(() => (said.textContent = what), 50);
}

/** Asks who it is, and for which cycle. */
async function enter() {
  const none = { data: { may: [] } };
  const [{ data: me }, ...others] = await Promise.all([
    kongdee.rubric.GET("/v1/me"),
    // These two may be down; what they allow is left out then.
    kongdee.evidence.GET("/v1/me").catch(() => none),
    kongdee.notification.GET("/v1/me").catch(() => none),
  ]);
  const may = new Set(
    [me, ...others.map(({ data }) => data)].flatMap(({ may }, n) => may.map((each) => `${["rubric", "evidence", "notification"][n]}:${each}`)),
  );
  if (me.sees === "NOTHING") {
    throw new Error(t("noRole"));
  }
  const { data: cycles } = await kongdee.rubric.GET("/v1/cycles", { params: { query: { size: 200 } } });
  const wanted = sessionStorage.getItem("cycle") ?? config.cycle;
  const cycle =
    cycles.items.find((each) => each.cycle === wanted) ??
    cycles.items.findLast((each) => each.status === "OPEN") ??
    cycles.items[0];
  if (!cycle) {
    throw new Error(t("noCycle"));
  }
  const path = { rubric: cycle.rubric, version: cycle.version };
  const { data: rubric } = await kongdee.rubric.GET("/v1/rubrics/{rubric}/versions/{version}", { params: { path } });
  app = { kongdee, me, may, cycle, rubric, say, again };
  frame(cycles.items);
  void follow(cycle.cycle);
}

/** Header and menu. */
function frame(/** @type {Rubric["Cycle"][]} */ cycles = []) {
  document.documentElement.lang = lang();
  skip.textContent = t("skip");
  const other = lang() === "th" ? "en" : "th";
  const toggle = h("button", { id: "language", lang: other, onclick: () => translate(other, cycles) }, t("other"));
  const who = app && `${app.me.name ?? app.me.subject} · ${app.me.unit ? text(app.me.unitTitle) || app.me.unit : app.me.roles.join(", ")}`;
  const chosen = h(
    "select",
    { id: "cycle", "aria-label": t("cycle"), onchange: () => choose(chosen.value) },
    cycles.map((each) => h("option", { value: each.cycle, selected: each.cycle === app?.cycle.cycle }, `${text(each.title)} · ${day(each.period.start)} – ${day(each.period.end)}`)),
  );
  header.replaceChildren(
    h("a", { class: "name", href: "#/" }, t("name")),
    ...(app ? [chosen, h("span", { id: "me" }, who)] : []),
    toggle,
    ...(app ? [h("button", { id: "sign-out", onclick: signOut }, t("signOut"))] : []),
  );
  menu.setAttribute("aria-label", t("menu"));
  menu.replaceChildren(h("ul", {}, links().map(([href, label]) => h("li", {}, h("a", { href }, label)))));
}

/** @returns {[href: string, label: string][]} */
function links() {
  if (!app) {
    return [];
  }
  const { me, may } = app;
  const every = me.sees === "ALL";
  return /** @type {[href: string, label: string][]} */ (
    [
      me.unit && !every && [`#/sheet/${me.unit}`, t("sheet")],
      me.unit && !every && may.has("evidence:searchEvidence") && [`#/evidence/${me.unit}`, t("evidence")],
      me.unit && !every && [`#/steps/${me.unit}`, t("steps")],
      every && ["#/units", t("units")],
      every && may.has("rubric:getRanking") && ["#/ranking", t("ranking")],
      every && may.has("rubric:getRanking") && ["#/heat", t("heat")],
      may.has("notification:listDuties") && ["#/duties", t("duties")],
    ].filter(Boolean)
  );
}

/** Shows the view of the address; the focus goes to its heading, unless it only shows anew what was there. */
async function show(moved = true, kept = () => false) {
  const visit = ++visits;
  if (!app) {
    return;
  }
  const [hash = "", query] = (location.hash || "#/").split("?");
  const [name = "", ...path] = hash.slice(2).split("/").map(decodeURIComponent);
  const home = links()[0]?.[0].slice(2).split("/") ?? [];
  const [wanted = "", ...rest] = name ? [name, ...path] : home;
  main.ariaBusy = "true";
  try {
    const shown = VIEWS[wanted];
    if (!shown) {
      throw new Error(t("noPage"));
    }
    const answer = await shown(app, rest, new URLSearchParams(query));
    // Somebody may have begun to write meanwhile.
    if (visit === visits && !kept()) {
      view = answer;
      put(answer.title, answer.body, moved);
    }
  } catch (error) {
    if (visit === visits) {
      view = undefined;
      const retry = h("button", { onclick: () => show() }, t("retry"));
      put(t("name"), [error instanceof Error && error.message === t("noPage") ? h("p", {}, error.message) : problem(error), retry], moved);
    }
  } finally {
    main.ariaBusy = visit === visits ? "false" : main.ariaBusy;
  }
  for (const link of menu.querySelectorAll("a")) {
    const current = link.getAttribute("href") === `#/${[wanted, ...rest].join("/")}`;
    current ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
}

/** @type {(title: string, body: import("./dom.js").Child[], moved: boolean) => void} */
function put(title, body, moved) {
  const focused = document.activeElement;
  const inside = main.contains(focused);
  const heading = h("h1", { tabindex: -1 }, title);
  document.title = `${title} · ${t("name")}`;
  main.replaceChildren(heading, ...h("div", {}, body).childNodes);
  if (moved) {
    heading.focus();
    scrollTo(0, 0);
  } else if (inside) {
    // Where one was, or at the heading if that is gone: never at the beginning of the page.
    (document.getElementById(focused?.id || "-") ?? heading).focus({ preventScroll: true });
  }
}

const again = () => show(false);

/** Follows the cycle's events; the client resumes where it was cut off, and says so. */
async function follow(/** @type {string} */ cycle) {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  const onState = (/** @type {"open" | "waiting"} */ state) => {
    live.textContent = t(state === "open" ? "live" : "waiting");
    live.dataset.state = state;
  };
  try {
    for await (const event of kongdee.events(cycle, { signal, onState })) {
      if (event.type === "reset") {
        void again();
        continue;
      }
      const { data: changed } = event;
      live.dataset.last = event.id;
      if (view && (!view.unit || view.unit === changed.unit)) {
        soon(changed);
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      live.textContent = t("waiting");
    }
  }
}

/** @type {Rubric["CycleEvent"][]} */
let changes = [];

/** Many changes at once are one new look; what it does not show anyway, such as one's own change, is not spoken of. */
function soon(/** @type {Rubric["CycleEvent"]} */ change) {
  if (changes.push(change) > 1) {
    return;
  }
  setTimeout(async () => {
    const looked = changes;
    changes = [];
    const kept = () => looked.filter((each) => view?.keeps?.(each)).length > 0;
    const before = main.textContent;
    if (!kept()) {
      await show(false, kept);
    }
    if (main.textContent !== before) {
      say(t("changed", { what: [change.unit, change.criterion].filter(Boolean).join(" ") }));
    }
  }, 500);
}

function choose(/** @type {string} */ cycle) {
  sessionStorage.setItem("cycle", cycle);
  void begin();
}

/** @type {(to: import("./texts.js").Language, cycles: Rubric["Cycle"][]) => void} */
function translate(to, cycles) {
  setLang(to);
  frame(cycles);
  live.textContent = live.dataset.state ? t(live.dataset.state === "open" ? "live" : "waiting") : "";
  app ? void again() : leave();
  document.getElementById("language")?.focus();
}

async function signOut() {
  following.abort();
  await session.signOut().catch((error) => leave(error));
}

/** The page of those who have not signed in. */
function leave(/** @type {unknown} */ why = undefined) {
  app = view = undefined;
  // What is still being read is not shown any more.
  visits++;
  following.abort();
  frame();
  live.textContent = "";
  const enter = h("button", { class: "first", onclick: () => session.signIn().catch(leave) }, t("signIn"));
  put(t("name"), [h("p", {}, t("welcome")), why !== undefined && problem(why), enter], true);
}

async function begin() {
  main.replaceChildren(h("p", {}, t("loading")));
  await enter();
  await show();
}

addEventListener("hashchange", () => show());
frame();
try {
  const arrived = await session.arrive().catch((error) => {
    throw new Error(t("notSignedIn", { why: error.error ?? error.message }));
  });
  arrived ? await begin() : leave();
} catch (error) {
  leave(error);
}
