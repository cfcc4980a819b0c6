/** A statement took longer than it may; the database was told to stop. */
export class QueryTimeoutError extends Error {
  constructor(
    readonly timeoutMs: number,
    readonly sql: string,
    options?: ErrorOptions,
  ) {
    super(`a statement was cancelled after ${timeoutMs} ms`, options);
  }
}
