import { isBrowser } from "./browser.js";
import type { components } from "./generated/evidence.js";
import { once } from "./retry.js";
import type { Sender } from "./send.js";
import { sendByXhr } from "./xhr.js";

export type Evidence = components["schemas"]["Evidence"];
export type EvidenceItem = components["schemas"]["EvidenceItem"];

/** Bytes of the whole request, which are a little more than those of its files. */
export interface Progress {
  sent: number;
  total: number;
}

export interface UploadOptions {
  /** Told as bytes leave; from 0 again where the upload is repeated. */
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Files the item once, whatever happens between here and there; a new key unless given. */
  idempotencyKey?: string | undefined;
}

/** Files evidence with its files, and again where nobody knows whether it arrived. */
export async function upload(
  sender: Sender,
  fetch: typeof globalThis.fetch | undefined,
  url: string,
  metadata: Evidence,
  files: ArrayLike<File>,
  { onProgress = () => undefined, signal, idempotencyKey }: UploadOptions = {},
): Promise<EvidenceItem> {
  const { type, body } = form(metadata, files);
  const response = await once(
    (key) =>
      sender.send(
        (given) => {
          const headers = { ...given, "Content-Type": type, "Idempotency-Key": key };
          // Browsers tell progress by XMLHttpRequest alone; whoever brings a fetch wants that to be used.
          return !fetch && "XMLHttpRequest" in globalThis
            ? sendByXhr(url, headers, body, onProgress, signal)
            : sendByFetch(fetch ?? globalThis.fetch, url, headers, body, onProgress, signal);
        },
        url,
        signal,
      ),
    { signal, idempotencyKey },
  );
  return (await response.json()) as EvidenceItem;
}

async function sendByFetch(
  fetch: typeof globalThis.fetch,
  url: string,
  headers: Record<string, string>,
  body: Blob,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const total = body.size;
  onProgress({ sent: 0, total });
  // Where fetch takes no stream only the end is told.
  const streams = !isBrowser();
  const response = await fetch(url, {
    method: "POST",
    headers,
    body: streams ? counted(body, onProgress) : body,
    signal: signal ?? null,
    ...{ duplex: "half" },
  });
  if (!streams) {
    onProgress({ sent: total, total });
  }
  return response;
}

function counted(body: Blob, onProgress: (progress: Progress) => void): ReadableStream<Uint8Array> {
  let sent = 0;
  return body.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk);
        sent += chunk.byteLength;
        onProgress({ sent, total: body.size });
      },
    }),
  );
}

/** A form as a blob: it has a size, and reads its files only as they are sent. */
function form(metadata: Evidence, files: ArrayLike<File>): { type: string; body: Blob } {
  const boundary = `kongdee-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const parts: BlobPart[] = [
    `--${boundary}\r\nContent-Disposition: form-data; name="metadata"\r\nContent-Type: application/json\r\n\r\n`,
    JSON.stringify(metadata),
  ];
  for (const file of Array.from(files)) {
    const kind = file.type || "application/octet-stream";
    parts.push(
      `\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escaped(file.name)}"\r\n`,
      `Content-Type: ${kind}\r\n\r\n`,
      file,
    );
  }
  parts.push(`\r\n--${boundary}--\r\n`);
  return { type: `multipart/form-data; boundary=${boundary}`, body: new Blob(parts) };
}

// As browsers do it (https://html.spec.whatwg.org, multipart/form-data).
function escaped(name: string): string {
  return name.replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/"/g, "%22");
}
