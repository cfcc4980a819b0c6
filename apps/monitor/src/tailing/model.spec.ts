import fc from 'fast-check';
import { mkdirSync, rmSync } from 'node:fs';
import { useFolder } from '../testing/folder';
import { LogServer } from '../testing/log-server';
import { countLostBytes, query } from '../testing/query';
import { startReader, type TestReader } from '../testing/reader';
import { testSettings } from '../testing/settings';
import { FileFault } from './file-fault';
import { nodeFileSystem, type FileStat, type FileSystem } from './file-system';
import { ROTATE_WAIT_MS } from './follow-options';

const RUNS = Number(process.env['MODEL_RUNS'] ?? 200);
const SEED = Number(process.env['MODEL_SEED'] ?? 4);

/** The server, the follower and the trouble between them. */
class World {
  ms = 0;
  /** A share may tell an old size, or nothing. */
  trouble: 'none' | 'staleSize' | 'EIO' | 'EACCES' = 'none';
  reader: TestReader | undefined;
  private readonly sizes = new Map<string, number>();

  constructor(
    readonly server: LogServer,
    private readonly path: (...parts: string[]) => string,
  ) {}

  async start(): Promise<void> {
    const settings = testSettings(this.path);
    this.reader = await startReader(settings, this.fileSystem, { now: () => this.ms });
  }

  async restart(): Promise<void> {
    await this.reader?.close();
    await this.start();
  }

  async sweep(): Promise<void> {
    await this.reader?.sweep();
  }

  private readonly fileSystem: FileSystem = {
    ...nodeFileSystem,
    stat: async (path) => this.aged(path, await nodeFileSystem.stat(path)),
    open: async (path) => {
      if (this.trouble === 'EIO' || this.trouble === 'EACCES') {
        throw new FileFault(path, Object.assign(new Error(this.trouble), { code: this.trouble }));
      }
      return nodeFileSystem.open(path);
    },
  };

  private aged(path: string, stat: FileStat): FileStat {
    const old = this.sizes.get(path);
    if (this.trouble === 'staleSize' && old !== undefined) return { ...stat, size: old };
    this.sizes.set(path, stat.size);
    return stat;
  }
}

type Step = (world: World) => void | Promise<void>;

/** What happens; a look in between makes sure that the follower holds what is about to vanish. */
const steps: Readonly<Record<string, Step>> = {
  append: ({ server }) => server.append(),
  appendTwice: ({ server }) => {
    server.append();
    server.append();
  },
  appendHalf: ({ server }) => server.appendHalf(),
  finish: ({ server }) => server.finish(),
  sweep: (world) => world.sweep(),
  restart: (world) => world.restart(),
  wait: (world) => {
    world.ms += ROTATE_WAIT_MS;
  },
  rename: ({ server }) => server.rotateByRename(),
  renameTwice: ({ server }) => {
    server.rotateByRename();
    server.rotateByRename();
  },
  renameOut: async (world) => {
    await lookWell(world);
    world.server.rotateOut();
    await world.sweep();
    world.server.reopen();
  },
  delete: async (world) => {
    await lookWell(world);
    world.server.delete();
    await world.sweep();
    world.server.reopen();
  },
  replace: async (world) => {
    await lookWell(world);
    world.server.replace();
  },
  copyTruncate: ({ server }) => {
    server.copy();
    server.truncate();
    server.append();
  },
  copySlowly: async (world) => {
    const finish = world.server.copyHalf();
    await world.sweep();
    finish();
    await world.sweep();
    world.server.truncate();
    world.server.append();
  },
  staleSizes: (world) => {
    world.trouble = 'staleSize';
  },
  unreadable: (world) => {
    world.trouble = 'EACCES';
  },
  broken: (world) => {
    world.trouble = 'EIO';
  },
  mend: (world) => {
    world.trouble = 'none';
  },
};

/** Without trouble, and late enough for files that gave some to be tried again. */
async function lookWell(world: World): Promise<void> {
  world.trouble = 'none';
  world.server.append();
  world.ms += 30_000;
  await world.sweep();
}

const folder = useFolder();

describe('a follower of a server that does anything', () => {
  it(`reads each whole line once, over ${RUNS} runs`, async () => {
    const script = fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(script, async (names) => {
        rmSync(folder.path(), { recursive: true, force: true });
        mkdirSync(folder.path('logs'), { recursive: true });
        const server = new LogServer((name) => folder.path('logs', name));
        const world = new World(server, folder.path);
        await world.start();
        for (const name of names) await steps[name]?.(world);
        await lookWell(world);
        await world.sweep();
        const read = await query<{ name: string }>(
          folder.path('history.db'),
          'SELECT u.name FROM license_events e JOIN users u ON u.id = e.user_id ORDER BY e.at, e.id',
        );
        const lost = await countLostBytes(folder.path('history.db'));
        await world.reader?.close();
        server.close();
        expect(read.map(({ name }) => name)).toEqual(server.written);
        expect(lost).toBe(0);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 1_200_000);
});
