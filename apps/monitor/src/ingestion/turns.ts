/**
 * One piece of work after another. After one that failed, what is held in memory may be ahead of the
 * stores: the next one waits until it was taken from them anew.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private isMemoryDoubtful = false;

  /** @param recover takes everything that is held in memory from the stores. */
  constructor(private readonly recover: () => Promise<void>) {}

  /** Runs `work` when all before it is done; fails as it does. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(() => this.withSoundMemory(work));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  /** Waits for all that was begun. */
  async settle(): Promise<void> {
    await this.last;
  }

  private async withSoundMemory<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isMemoryDoubtful) {
      await this.recover();
      this.isMemoryDoubtful = false;
    }
    try {
      return await work();
    } catch (error) {
      this.isMemoryDoubtful = true;
      throw error;
    }
  }
}
