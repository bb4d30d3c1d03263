// A line to a service that can be cut, as networks are: what runs over it ends, and nothing new gets through.

import { connect, createServer } from "node:net";

/** @param {string} url of the service */
export async function line(url) {
  const { hostname, port } = new URL(url);
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  let cut = false;
  const server = createServer((near) => {
    if (cut) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [one, other] of /** @type {const} */ ([[near, far], [far, near]])) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => sockets.delete(one) && other.destroy());
    }
  });
  await new Promise((listening) => server.listen(0, "localhost", () => listening(null)));
  return {
    url: `http://localhost:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`,
    cut() {
      cut = true;
      sockets.forEach((socket) => socket.destroy());
    },
    mend() {
      cut = false;
    },
    close() {
      this.cut();
      server.close();
    },
  };
}
