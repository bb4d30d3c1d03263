// A free port for each name, below those that systems give out to connections: ports.mjs <name>...

import { createServer } from "node:net";

const FIRST = 20_000;
const LAST = 32_767;

const taken = new Set();
for (const name of process.argv.slice(2)) {
  let port;
  do {
    port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
  } while (taken.has(port) || !(await isFree(port)));
  taken.add(port);
  console.log(name, port);
}

function isFree(port) {
  return new Promise((tell) => {
    const server = createServer()
      .once("error", () => tell(false))
      .listen(port, "127.0.0.1", () => server.close(() => tell(true)));
  });
}
