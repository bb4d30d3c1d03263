import type { FetchResponse, MaybeOptionalInit, ParseAs } from "openapi-fetch";

/** What a call answers. `data` may be missing only where `If-None-Match` was sent, and nothing has changed. */
export interface Answer<Data> {
  data: Data;
  response: Response;
}

/** Typed calls of one service: what openapi-fetch makes of its contract, without the errors, which are thrown. */
export interface Service<Paths extends object, Lines extends object = object> {
  GET: Call<Paths, "get">;
  PUT: Call<Paths, "put">;
  POST: Call<Paths, "post">;
  PATCH: Call<Paths, "patch">;
  DELETE: Call<Paths, "delete">;
  HEAD: Call<Paths, "head">;
  /** What a line is, of the lists that stream; there for its type alone. */
  readonly lines?: Lines;
}

/** The init of a call without those members that `lines` sets. */
export type LinesInit<Paths, Path extends keyof Paths> = Omit<NonNullable<Init<Paths, Path, "get">>, "parseAs">;

/** Whether the last argument of a call is needed. */
export type Arguments<Needed, Given> = object extends Needed ? [init?: Given] : [init: Given];

type Method = "get" | "put" | "post" | "patch" | "delete" | "head";

type PathsWith<Paths, M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends { [_ in M]: unknown } ? Path : never;
}[keyof Paths];

/**
 * Everything that is sent is checked as it is written, so that a name that the contract does not have does not compile. That needs an init
 * that is not inferred as a whole.
 */
type Call<Paths, M extends Method> = <
  Path extends PathsWith<Paths, M>,
  As extends ParseAs = "json",
  Tag extends string | undefined = undefined,
>(
  path: Path,
  ...init: Arguments<
    NonNullable<Init<Paths, Path, M>>,
    NonNullable<Init<Paths, Path, M>> & { parseAs?: As; params?: { header?: { "If-None-Match"?: Tag } } }
  >
) => Promise<Answer<Data<Operation<Paths, Path, M>, As, Tag>>>;

type Init<Paths, Path extends keyof Paths, M extends Method> = M extends keyof Paths[Path]
  ? MaybeOptionalInit<Paths[Path], M>
  : never;

type Operation<Paths, Path extends keyof Paths, M extends Method> = M extends keyof Paths[Path]
  ? NonNullable<Paths[Path][M]>
  : never;

type Data<Op, As extends ParseAs, Tag> =
  | ([Read<Op, As>] extends [never] ? undefined : Read<Op, As>)
  | ([Tag] extends [undefined] ? never : undefined);

type Read<Op, As extends ParseAs> = NonNullable<
  FetchResponse<Op & Record<string | number, any>, { parseAs: As }, `${string}/${string}`>["data"]
>;
