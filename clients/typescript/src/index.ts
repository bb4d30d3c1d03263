import type { components as EvidenceComponents } from "./generated/evidence.js";
import type { components as NotificationComponents } from "./generated/notification.js";
import type { components as RubricComponents } from "./generated/rubric.js";

/** What rubric-service sends and takes, by the names of its contract: `Rubric["Score"]`. */
export type Rubric = RubricComponents["schemas"];
/** What evidence-service sends and takes, by the names of its contract: `Evidence["EvidenceItem"]`. */
export type Evidence = EvidenceComponents["schemas"];
/** What notification-service sends and takes, by the names of its contract: `Notification["Task"]`. */
export type Notification = NotificationComponents["schemas"];

export type { CycleEvent, EventsOptions } from "./events.js";
export { etagOf, ifMatch } from "./etag.js";
export type { ProblemName } from "./generated/problems.js";
export { createKongdee, type Download, type Kongdee, type KongdeeOptions } from "./kongdee.js";
export { lines } from "./lines.js";
export { type Page, pages } from "./pages.js";
export { ConnectionError, type Problem, ProblemError, problemName, type ProblemPlace } from "./problem.js";
export { idempotencyKey, once, type RetryOptions } from "./retry.js";
export type { SendScoresOptions } from "./scores.js";
export type { Language } from "./send.js";
export type { TokenProvider } from "./token.js";
export type { Answer, Service } from "./typed.js";
export type { Progress, UploadOptions } from "./upload.js";
