// Serves contracts with their examples, by Prism. ./suite mock calls it with the names of the services.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { writeContract } from "./contract.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const PRISM = join(HERE, "node_modules/@stoplight/prism-cli/dist/index.js");
const TARGET = join(HERE, "target");
const HOST = process.env.KONGDEE_HOST ?? "127.0.0.1";
const PORTS = { rubric: 8081, evidence: 8082, notification: 8083 };

const portOf = (name) => Number(process.env[`KONGDEE_${name.toUpperCase()}_PORT`] ?? PORTS[name]);

/** Fails where somebody listens already. */
async function free(name) {
  const server = createServer().listen(portOf(name), HOST);
  try {
    await once(server, "listening");
  } catch (fault) {
    const way = `set KONGDEE_${name.toUpperCase()}_PORT to another`;
    throw new Error(
      fault.code === "EADDRINUSE"
        ? `Port ${portOf(name)} of the ${name}-service is taken, perhaps by a suite: stop that (./suite down), or ${way}.`
        : `Nobody can listen on ${HOST}:${portOf(name)} (${fault.code}); ${way}.`,
    );
  }
  server.close();
  await once(server, "close");
}

/** Waits until a mock listens. */
async function listening(name, prism) {
  for (;;) {
    if (prism.exitCode !== null) {
      throw new Error(`The mock of ${name}-service ended before it listened (code ${prism.exitCode}).`);
    }
    const socket = connect(portOf(name), HOST);
    const [state] = await Promise.race([once(socket, "connect").then(() => ["up"]), once(socket, "close").then(() => ["down"])]).catch(
      () => ["down"],
    );
    socket.destroy();
    if (state === "up") {
      return;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
}

const names = process.argv.slice(2);
const prisms = new Map();
let ending = false;

function end(code) {
  ending = true;
  process.exitCode = code;
  prisms.forEach((prism) => prism.kill("SIGTERM"));
}

process.on("SIGINT", () => end(0));
process.on("SIGTERM", () => end(0));
try {
  for (const name of names) {
    await free(name);
  }
  for (const name of names) {
    const options = ["mock", "--host", HOST, "--port", String(portOf(name)), "--verboseLevel", "warn", writeContract(name, TARGET)];
    const prism = spawn(process.execPath, [PRISM, ...options], { stdio: ["ignore", "pipe", "inherit"] });
    createInterface({ input: prism.stdout }).on("line", (line) => line.includes("Starting Prism") || console.log(`${name}: ${line}`));
    prism.on("exit", (code) => {
      if (!ending) {
        console.error(`The mock of ${name}-service ended by itself (code ${code}).`);
        end(1);
      }
    });
    prisms.set(name, prism);
  }
  for (const [name, prism] of prisms) {
    await listening(name, prism);
    console.log(`  ${`${name}-service`.padEnd(22)} http://localhost:${portOf(name)}`);
  }
  console.log(`Mocks keep nothing: what they answer are the contracts' examples. Any bearer token will do:
  curl -H 'Authorization: Bearer any' localhost:${portOf(names[0])}/v1/me
A problem instead of an answer: -H 'Prefer: code=404', or -H 'Prefer: code=409, example=TYPE'
Stop with Ctrl-C`);
} catch (fault) {
  if (!ending) {
    console.error(fault.message);
    end(1);
  }
}
