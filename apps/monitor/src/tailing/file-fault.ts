/** A file, or a directory, that could not be read. The others are followed all the same. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    readonly path: string,
    override readonly cause: NodeJS.ErrnoException,
  ) {
    super(`${path}: ${cause.message}`);
  }

  /** The operating system's name of the fault, such as `EACCES`. */
  get code(): string | undefined {
    return this.cause.code;
  }
}

/** Does something with a file; what goes wrong with it becomes a `FileFault`. */
export async function withPath<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault(path, error as NodeJS.ErrnoException);
  }
}
