import createClient from "openapi-fetch";
import { fileName } from "./disposition.js";
import { type CycleEvent, events, type EventsOptions } from "./events.js";
import type { lines as EvidenceLines, paths as EvidencePaths } from "./generated/evidence.js";
import type { lines as NotificationLines, paths as NotificationPaths } from "./generated/notification.js";
import type { lines as RubricLines, paths as RubricPaths } from "./generated/rubric.js";
import { once, type RetryOptions } from "./retry.js";
import { type BulkSummary, type ScoreLine, type ScoreOutcome, sendScores, type SendScoresOptions } from "./scores.js";
import { type Language, Sender } from "./send.js";
import type { TokenProvider } from "./token.js";
import type { Service } from "./typed.js";
import { type Evidence, type EvidenceItem, upload, type UploadOptions } from "./upload.js";

export interface KongdeeOptions {
  /** Where rubric-service is, such as `http://localhost:8081`. */
  rubric?: string | undefined;
  evidence?: string | undefined;
  notification?: string | undefined;
  token?: TokenProvider | undefined;
  /** Of the texts of problems; without it the service decides, in a browser by that of the user. */
  language?: Language | (() => Language) | undefined;
  /** In place of the global one. */
  fetch?: typeof fetch | undefined;
}

/** A file that was downloaded. */
export interface Download {
  blob: Blob;
  /** As it was filed, in any script. */
  name: string | undefined;
}

/** The three services, as one caller sees them. */
export interface Kongdee {
  readonly rubric: Service<RubricPaths, RubricLines>;
  readonly evidence: Service<EvidencePaths, EvidenceLines>;
  readonly notification: Service<NotificationPaths, NotificationLines>;

  /** Sends a request again where that can help, with the same `Idempotency-Key`, so that it is done once. */
  once<T>(call: (key: string) => Promise<T>, options?: RetryOptions): Promise<T>;

  /** Sends scores and gives the outcome of each; what it returns at the end counts them. */
  sendScores(
    cycle: string,
    lines: Iterable<ScoreLine> | AsyncIterable<ScoreLine>,
    options?: SendScoresOptions,
  ): AsyncGenerator<ScoreOutcome, BulkSummary, undefined>;

  /** Files evidence with its files. */
  upload(collection: string, metadata: Evidence, files: ArrayLike<File>, options?: UploadOptions): Promise<EvidenceItem>;

  /** Files a new version of an item, which says anew all that it says. */
  uploadVersion(id: string, metadata: Evidence, files: ArrayLike<File>, options?: UploadOptions): Promise<EvidenceItem>;

  /** The file of an item, or of several the one with this number, from 1. */
  download(id: string, number?: number, options?: { signal?: AbortSignal | undefined }): Promise<Download>;

  /** What changes in a cycle, as it changes. */
  events(cycle: string, options?: EventsOptions): AsyncGenerator<CycleEvent, void, undefined>;
}

/** A client of the services whose addresses it is given. */
export function createKongdee(options: KongdeeOptions): Kongdee {
  const sender = new Sender(options.token, options.language);
  // Looked up late: tools put their own in its place.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const rubric = service<RubricPaths, RubricLines>("rubric");
  const evidence = service<EvidencePaths, EvidenceLines>("evidence");
  const notification = service<NotificationPaths, NotificationLines>("notification");

  return {
    get rubric() {
      return rubric();
    },
    get evidence() {
      return evidence();
    },
    get notification() {
      return notification();
    },
    once,
    sendScores: (cycle, lines, given) => sendScores(sender, fetch, address("rubric"), cycle, lines, given),
    upload: (collection, metadata, files, given) =>
      upload(sender, options.fetch, files_(`collections/${encodeURIComponent(collection)}/evidence`), metadata, files, given),
    uploadVersion: (id, metadata, files, given) =>
      upload(sender, options.fetch, files_(`evidence/${encodeURIComponent(id)}/versions`), metadata, files, given),
    download: async (id, number, { signal } = {}) => {
      const init = { parseAs: "blob" as const, ...(signal && { signal }) };
      const { data, response } =
        number === undefined
          ? await evidence().GET("/v1/evidence/{id}/content", { params: { path: { id } }, ...init })
          : await evidence().GET("/v1/evidence/{id}/files/{number}/content", { params: { path: { id, number } }, ...init });
      return { blob: data, name: fileName(response.headers.get("Content-Disposition")) };
    },
    events: (cycle, given) => events(sender, fetch, address("rubric"), cycle, given),
  };

  function files_(path: string): string {
    return `${address("evidence")}/v1/${path}/files`;
  }

  function address(name: "rubric" | "evidence" | "notification"): string {
    const url = options[name];
    if (!url) {
      throw new Error(`createKongdee was given no address of ${name}-service; it needs \`${name}: "https://…"\``);
    }
    return url.replace(/\/+$/, "");
  }

  function service<Paths extends object, Lines extends object>(name: "rubric" | "evidence" | "notification") {
    let made: Service<Paths, Lines> | undefined;
    return () => {
      made ??= createClient<Paths>({
        baseUrl: address(name),
        fetch: (request) =>
          sender.send(
            (headers) => {
              // A request can be sent once; the first one may be refused.
              const copy = request.clone();
              for (const [header, value] of Object.entries(headers)) {
                copy.headers.set(header, value);
              }
              return fetch(copy);
            },
            request.url,
            request.signal,
          ),
      }) as unknown as Service<Paths, Lines>;
      return made;
    };
  }
}
