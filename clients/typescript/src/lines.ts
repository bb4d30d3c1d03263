import { NDJSON, parseLines } from "./ndjson.js";
import type { Arguments, LinesInit, Service } from "./typed.js";

/** A whole list, without pages: each item as soon as it has arrived. */
export async function* lines<Paths extends object, Lines extends object, Path extends keyof Lines & keyof Paths>(
  service: Service<Paths, Lines>,
  path: Path,
  ...[init]: Arguments<LinesInit<Paths, Path>, LinesInit<Paths, Path>>
): AsyncGenerator<Lines[Path], void, undefined> {
  const get = service.GET as unknown as (path: Path, init: object) => Promise<{ data: ReadableStream<Uint8Array> | null }>;
  const { data } = await get(path, { ...init, headers: { Accept: NDJSON }, parseAs: "stream" });
  yield* parseLines(data, (init as RequestInit | undefined)?.signal) as AsyncGenerator<Lines[Path], void, undefined>;
}
