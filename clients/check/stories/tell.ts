// Plays the stories of all clients, a line each.

import heyApi from "./hey-api";
import orval from "./orval";
import typescriptFetch from "./typescript-fetch";

async function tell(client: string, stories: (() => Promise<void>)[]) {
  for (const story of stories) {
    try {
      await story();
    } catch (e) {
      throw new Error(`${client}: ${story.name}: ${await problem(e)}`, { cause: e });
    }
    console.log(`  ${client}: ${story.name}`);
  }
}

/** What a service refused, where the client keeps the answer to itself. */
async function problem(e: unknown) {
  return e instanceof Error && "response" in e && e.response instanceof Response ? e.response.text() : String(e);
}

async function all() {
  await tell("hey-api", heyApi);
  await tell("orval", orval);
  await tell("typescript-fetch", typescriptFetch);
}

void all();
