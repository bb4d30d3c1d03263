import type { Progress } from "./upload.js";

/** Posts by XMLHttpRequest, which tells how much of the body has left. */
export function sendByXhr(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Blob,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open("POST", url);
    request.responseType = "blob";
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded }) => onProgress({ sent: loaded, total: body.size });
    request.onload = () => resolve(answer(request));
    request.onerror = () => reject(new TypeError("The upload got no answer"));
    request.onabort = () => reject(signal?.reason);
    request.onloadend = () => signal?.removeEventListener("abort", abort);
    signal?.addEventListener("abort", abort, { once: true });
    onProgress({ sent: 0, total: body.size });
    request.send(body);
  });
}

function answer(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) {
      headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
    }
  }
  const { status, statusText } = request;
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : (request.response as Blob), { status, statusText, headers });
}
