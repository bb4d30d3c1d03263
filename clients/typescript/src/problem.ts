import type { ProblemName } from "./generated/problems.js";
import type { components } from "./generated/rubric.js";

/** RFC 9457 problem details, as every service answers them, and as they stand in the outcome of a line. */
export type Problem = components["schemas"]["Problem"];

/** A place that is wrong: a JSON pointer into the body, a parameter or a header. */
export type ProblemPlace = components["schemas"]["ProblemError"];

/** The service refused. Its texts are in the language of the client. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /** A URI that never changes its meaning; `about:blank` where something else than a service answered, such as a proxy. */
  readonly type: string;
  /** The last part of the type, such as `stale-version`. */
  readonly slug: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly ProblemPlace[];
  /** What this kind of problem has beside the members of all, such as `outcomes`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Under it the service logged the request; name it when you ask for help. */
  readonly requestId: string | undefined;
  /** Milliseconds after which the service may be asked again; undefined where it does not say. */
  readonly retryAfter: number | undefined;
  /** Its body is read already. */
  declare readonly response: Response;

  constructor(response: Response, problem: Problem) {
    const { type, title, status, detail, instance: _, requestId, errors, ...members } = problem;
    const slug = problemName(problem);
    super(`${status} ${slug}: ${detail || title}`);
    this.status = status;
    this.type = type;
    this.slug = slug;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.members = members;
    this.requestId = requestId || undefined;
    this.retryAfter = retryAfter(response.headers.get("Retry-After"));
    // Logs show an error with its members; of this one they would fill pages.
    Object.defineProperty(this, "response", { value: response, enumerable: false });
  }

  /** Reads the answer, whoever gave it. */
  static async of(response: Response): Promise<ProblemError> {
    const text = await response.text().catch(() => "");
    return new ProblemError(response, { ...unknownProblem(response), ...parsed(text) });
  }

  /** Whether it is one of these problems. */
  is(...names: ProblemName[]): boolean {
    return (names as string[]).includes(this.slug);
  }
}

/** No answer, or one that was cut off: whether the service did what was asked is not known. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

/** The name of a problem by which programs tell it from others, such as `stale-version`. */
export function problemName(problem: Pick<Problem, "type">): string {
  return problem.type.slice(problem.type.lastIndexOf("/") + 1);
}

function parsed(text: string): Partial<Problem> {
  try {
    const value: unknown = JSON.parse(text);
    // Other JSON than a problem comes from something between here and the service.
    const isProblem = typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
    return isProblem ? (value as Partial<Problem>) : {};
  } catch {
    return {};
  }
}

function unknownProblem(response: Response): Problem {
  const kind = response.headers.get("Content-Type")?.split(";")[0] ?? "nothing";
  return {
    type: "about:blank",
    title: response.statusText || `HTTP status ${response.status}`,
    status: response.status,
    detail: `The answer is no problem of a service but ${kind}; a proxy may have given it`,
    instance: "",
    requestId: response.headers.get("X-Request-Id") ?? "",
    errors: [],
  };
}

function retryAfter(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
