/** The tag of what was read or written, to be given to `ifMatch` or `If-None-Match`. */
export function etagOf(response: Response): string | undefined {
  return response.headers.get("ETag") ?? undefined;
}

/** For `params.header`: write only what is still there as it was read; `*` writes over whatever is there. */
export function ifMatch(etag: string): { "If-Match": string } {
  return { "If-Match": etag };
}
