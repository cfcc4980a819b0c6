import { mkdirSync } from 'node:fs';
import type { LogStream } from '@license-monitor/db';
import type { FileFault } from '../tailing/file-fault';
import { nodeFileSystem, type FileSystem } from '../tailing/file-system';
import { useFolder } from './folder';
import { countLostBytes, query, readActive } from './query';
import { startReader, type TestReader } from './reader';
import { testSettings } from './settings';

/** A follower of a folder of its own for each test, driven by hand, and what came of it. */
export interface Followed {
  readonly path: (...parts: string[]) => string;
  /** Path of a log. */
  readonly log: (name?: string) => string;
  readonly sweep: () => Promise<void>;
  /** Lets time pass for the follower. */
  readonly wait: (ms: number) => void;
  /** Ends the follower, as a stop would, and starts another one on the same stores. */
  readonly restart: (options?: FollowedOptions) => Promise<void>;
  readonly trouble: () => FileFault | undefined;
  readonly streams: () => Promise<LogStream[]>;
  /** Who holds a licence now. */
  readonly active: () => Promise<unknown[]>;
  readonly countEvents: () => Promise<number>;
  readonly quarantine: () => Promise<readonly { reason: string; byte_length: number }[]>;
}

export interface FollowedOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly fileSystem?: FileSystem;
}

/** Every test ends with the law: each byte up to the offset is in one class. */
export function useFollowed(): Followed {
  const folder = useFolder();
  let reader: TestReader;
  let ms = 0;
  const history = () => folder.path('history.db');
  const start = async ({ settings = {}, fileSystem = nodeFileSystem }: FollowedOptions = {}) => {
    reader = await startReader(testSettings(folder.path, settings), fileSystem, { now: () => ms });
  };
  beforeEach(async () => {
    ms = 0;
    mkdirSync(folder.path('logs'));
    await start();
  });
  afterEach(async () => {
    expect(await countLostBytes(history())).toBe(0);
    await reader.close();
  });
  return {
    path: folder.path,
    log: (name = 'LicenseServer.log') => folder.path('logs', name),
    sweep: () => reader.sweep(),
    wait: (more) => {
      ms += more;
    },
    restart: async (options) => {
      await reader.close();
      await start(options);
    },
    trouble: () => reader.trouble(),
    streams: () => reader.streams(),
    active: async () =>
      (await readActive(folder.path('license_manager.db'))).map(({ user }) => user),
    countEvents: async () => (await query(history(), 'SELECT id FROM license_events')).length,
    quarantine: () =>
      query(history(), 'SELECT reason, byte_length FROM quarantined_lines ORDER BY id'),
  };
}
