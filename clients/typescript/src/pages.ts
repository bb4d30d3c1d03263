/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** From 0. */
  page: number;
  size: number;
  total: number;
}

/** What a page has, where the answer may be something else as well. */
export type ItemOf<Data> = Data extends Page<infer Item> ? Item : never;

/**
 * The items of all pages, one page asked for at a time.
 *
 * @param ask for a page by its number, from 0
 */
export async function* pages<Data>(
  ask: (page: number) => Promise<{ data: Data }>,
): AsyncGenerator<ItemOf<Data>, void, undefined> {
  for (let number = 0; ; number++) {
    const page = (await ask(number)).data as Page<ItemOf<Data>>;
    yield* page.items;
    if (page.items.length === 0 || page.page * page.size + page.items.length >= page.total) {
      return;
    }
  }
}
