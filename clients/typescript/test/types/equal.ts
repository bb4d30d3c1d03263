/** Whether two types are the same, `any` and `never` included. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does nothing; compiles only for what is true. */
export function is<_ extends true>(): void {}
