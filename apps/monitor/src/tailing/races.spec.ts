import { useFollowed } from '../testing/followed';
import { LogServer } from '../testing/log-server';
import { troubledFileSystem, type Hooks } from '../testing/troubled-file-system';

const followed = useFollowed();
let server: LogServer;
let hooks: Hooks;

beforeEach(async () => {
  hooks = {};
  await followed.restart({ fileSystem: troubledFileSystem(hooks) });
  server = new LogServer((name) => followed.path('logs', name));
  server.append();
  await followed.sweep();
});
afterEach(() => server.close());

const rotations: Readonly<Record<string, () => void>> = {
  'renamed, and a new one begun': () => server.rotateByRename(),
  'renamed out of the pattern, and a new one begun': () => {
    server.rotateOut();
    server.reopen();
  },
  'deleted, and a new one begun': () => {
    server.delete();
    server.reopen();
  },
  'copied and truncated': () => {
    server.copy();
    server.truncate();
  },
};

/** Runs something at the n-th time a step of the follower comes, once. */
function once(step: keyof Hooks, time: number, work: () => void): void {
  let count = 0;
  Object.assign(hooks, {
    [step]: () => {
      count++;
      if (count === time) work();
      return undefined;
    },
  });
}

const moments = [
  ['list', 1],
  ['stat', 1],
  ...[1, 2, 3, 4, 5, 6].map((time) => ['read', time] as const),
] as const;
const cases = Object.keys(rotations).flatMap((rotation) =>
  moments.map(([step, time]) => [rotation, step, time] as const),
);

describe('a log that is rotated while it is looked at', () => {
  it.each(cases)('is read whole: %s, before %s number %d', async (rotation, step, time) => {
    server.append();
    server.append();
    once(step, time, () => rotations[rotation]?.());
    await followed.sweep();
    server.append();
    await followed.sweep();
    await followed.sweep();
    expect(await followed.active()).toEqual(server.written);
  });
});

describe('a log that is rotated before it is opened', () => {
  // Held since the first look, it is not opened again; a second name of it is.
  it.each(Object.keys(rotations))('is read whole: %s', async (rotation) => {
    server.rotateByRename();
    once('open', 1, () => rotations[rotation]?.());
    await followed.sweep();
    server.append();
    await followed.sweep();
    await followed.sweep();
    const read = await followed.active();
    expect(read.slice(-1)).toEqual(server.written.slice(-1));
    expect(new Set(read).size).toBe(read.length);
  });
});
