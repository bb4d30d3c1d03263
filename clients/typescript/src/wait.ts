/** Waits, unless the signal aborts, which throws its reason. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** How long to wait before the next of several tries: longer each time, and never for all clients the same. */
export function backOff(tried: number, first: number, most: number): number {
  const longest = Math.min(most, first * 2 ** (tried - 1));
  return longest / 2 + (Math.random() * longest) / 2;
}
