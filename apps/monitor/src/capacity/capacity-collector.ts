import { Logger } from '@nestjs/common';
import type { ZoneOffsets } from '@license-monitor/log-parser';
import { askAdminTool, type AdminTool } from './admin-tool';
import type { CapacityDirectory } from './capacity-directory';
import type { CapacityReading } from './capacity-reading';
import type { EntitlementsFile } from './entitlements-file';
import { readToolResult } from './read-tool-result';
import { storeReading, type CapacityStore, type ReadingPlace } from './store-reading';

/** Where the capacity of one licence server is told. */
export interface CollectedServer {
  readonly serverId: number;
  /** Of the server, or of its cluster. */
  readonly name: string;
  readonly zone: ZoneOffsets;
  /** Null: none. */
  readonly directory: CapacityDirectory | null;
  /** Null: it is not asked. */
  readonly tool: AdminTool | null;
}

/** What every poll is called in the history. */
const TOOL_ORIGIN = 'DSLicSrv';

/** Gathers what the sources say of capacity and keeps it, by the one writer. */
export class CapacityCollector {
  private readonly log = new Logger('capacity');
  /** What was told of each source last: only news are told. */
  private readonly told = new Map<string, string>();

  constructor(
    private readonly servers: readonly CollectedServer[],
    private readonly entitlements: EntitlementsFile | null,
    private readonly store: CapacityStore,
    private readonly now: () => number,
  ) {}

  /** Reads the files that are new or changed. */
  async readFiles(): Promise<void> {
    await this.readEntitlements();
    for (const server of this.servers) {
      const { serverId, directory } = server;
      await directory?.look(this.now(), async ({ origin, takenAt, readings }) => {
        for (const reading of readings) {
          await this.keep({ serverId, origin, takenAt, now: this.now() }, reading);
        }
      });
    }
  }

  /** Asks every licence server that can be asked, one after the other. */
  async poll(signal: AbortSignal): Promise<void> {
    for (const { serverId, tool, zone } of this.servers) {
      if (tool === null) continue;
      const takenAt = this.now();
      const result = await askAdminTool(tool, signal);
      if (signal.aborted) return;
      const place = { serverId, origin: TOOL_ORIGIN, takenAt, now: this.now() };
      for (const reading of readToolResult(result, zone, tool.password)) {
        await this.keep(place, reading);
      }
    }
  }

  private async readEntitlements(): Promise<void> {
    const read = await this.entitlements?.look();
    if (read === undefined) return;
    const { origin, byServer } = read;
    const now = this.now();
    for (const [name, reading] of byServer) {
      const server = this.servers.find((one) => one.name === name);
      if (server === undefined) continue;
      await this.keep({ serverId: server.serverId, origin, takenAt: now, now }, reading);
    }
    this.entitlements?.remember(read);
  }

  private async keep(place: ReadingPlace, reading: CapacityReading): Promise<void> {
    const outcome = await storeReading(this.store, place, reading);
    const { origin, serverId } = place;
    const server = this.servers.find((one) => one.serverId === serverId)?.name;
    const about = { server, origin, source: reading.source };
    const key = `${serverId} ${origin}`;
    if (reading.type === 'failure') {
      const { reason, text } = reading;
      if (!this.isNews(`${key} ${reading.source}`, `${reason} ${text}`)) return;
      this.log.warn({ message: 'no capacity was read', ...about, reason, text });
      return;
    }
    const wasSilent = this.told.delete(`${key} null`);
    const isNews = this.isNews(`${key} ${reading.source}`, '');
    if (!isNews && !wasSilent && outcome !== 'stored') return;
    const { pools, remark } = reading;
    this.log.log({ message: 'capacity was read', ...about, pools: pools.length, remark });
  }

  private isNews(key: string, words: string): boolean {
    if (this.told.get(key) === words) return false;
    this.told.set(key, words);
    return true;
  }
}
