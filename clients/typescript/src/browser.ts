/** Whether this is a browser, a page or a worker of one: they send whole bodies only, and no streams. */
export function isBrowser(): boolean {
  return "window" in globalThis || "WorkerGlobalScope" in globalThis;
}
