// Serves this frontend on one machine: node serve.mjs, at http://localhost:5173, or at the PORT of the environment.
// Any web server can do the same: the files as they are, and the headers below.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = new URL(".", import.meta.url);
const SERVED = /^\/(style\.css|app\/[a-z]+\.js|node_modules\/(@kongdee\/client|openapi-fetch|oauth4webapi)\/[\w./-]+\.m?js)$/;
/** @type {Record<string, string>} */
const TYPES = { ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript" };

/**
 * @param {import("./app/session.js").Config} config where the provider and the services are
 * @returns a server that does not listen yet
 */
export async function frontend(config) {
  const page = await readFile(new URL("index.html", HERE), "utf8");
  const headers = {
    "Content-Security-Policy": policy(page, config),
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
  return createServer(async (request, response) => {
    /** @type {(status: number, type: string, body: string | Buffer) => void} */
    const answer = (status, type, body) =>
      void response.writeHead(status, { ...headers, "Content-Type": `${type}; charset=utf-8` }).end(body);
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") {
      answer(200, "text/html", page);
    } else if (pathname === "/config.json") {
      answer(200, "application/json", JSON.stringify(config));
    } else if (SERVED.test(pathname)) {
      await readFile(new URL(`.${pathname}`, HERE)).then(
        (file) => answer(200, TYPES[extname(pathname)] ?? "text/plain", file),
        () => answer(404, "text/plain", "Not found"),
      );
    } else {
      answer(404, "text/plain", "Not found");
    }
  });
}

/** Scripts and styles of this origin alone; calls to the provider and the services alone. */
function policy(/** @type {string} */ page, /** @type {import("./app/session.js").Config} */ config) {
  const map = /<script type="importmap">([^]*?)<\/script>/.exec(page)?.[1] ?? "";
  const hash = createHash("sha256").update(map).digest("base64");
  const calls = [config.issuer, config.rubric, config.evidence, config.notification].map((url) => new URL(url).origin);
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src data:",
    `connect-src 'self' ${[...new Set(calls)].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 5173);
  const config = JSON.parse(await readFile(new URL("config.json", HERE), "utf8"));
  (await frontend(config)).listen(port, "localhost", () => console.log(`http://localhost:${port}`));
}
