import { Turns } from './turns';

describe('pieces of work that take turns', () => {
  const recovered: string[] = [];
  const turns = new Turns(async () => {
    recovered.push('recovered');
  });
  beforeEach(() => recovered.splice(0));

  it('run one after another, in the order in which they were begun', async () => {
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
    };
    await Promise.all([turns.take(work('first')), turns.take(work('second'))]);
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(recovered).toEqual([]);
  });

  it('fail alone, and the next one starts from what is stored', async () => {
    const failed = turns.take(() => Promise.reject(new Error('disk full')));
    const next = turns.take(async () => [...recovered]);
    await expect(failed).rejects.toThrow('disk full');
    await expect(next).resolves.toEqual(['recovered']);
    await expect(turns.take(async () => [...recovered])).resolves.toEqual(['recovered']);
  });

  it('recover again where recovering failed', async () => {
    let isBroken = true;
    const fragile = new Turns(async () => {
      if (isBroken) throw new Error('no database');
    });
    await expect(fragile.take(() => Promise.reject(new Error('disk full')))).rejects.toThrow();
    await expect(fragile.take(async () => 'done')).rejects.toThrow('no database');
    isBroken = false;
    await expect(fragile.take(async () => 'done')).resolves.toBe('done');
  });

  it('are settled when all are done, whatever became of them', async () => {
    const log: string[] = [];
    const failing = turns
      .take(() => Promise.reject(new Error('disk full')))
      .catch(() => log.push('failed'));
    await turns.settle();
    await failing;
    expect(log).toEqual(['failed']);
  });
});
