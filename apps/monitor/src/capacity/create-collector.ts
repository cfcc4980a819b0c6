import { SettingsError } from '@license-monitor/db';
import { ZoneOffsets } from '@license-monitor/log-parser';
import type { MonitorSettings } from '../settings';
import type { AdminTool } from './admin-tool';
import { CapacityCollector, type CollectedServer } from './capacity-collector';
import { CapacityDirectory } from './capacity-directory';
import { EntitlementsFile } from './entitlements-file';
import type { EntitledServer } from './parse-entitlements';
import type { CapacityStore } from './store-reading';

/** How long the administration tool may take for its answers, in milliseconds. */
const TOOL_TIMEOUT_MS = 60_000;

/** The name of the pool that a server serves: its cluster's, or its own. */
export const poolNameOf = ({ SERVER_CLUSTER, SERVER_NAME }: MonitorSettings): string =>
  SERVER_CLUSTER === '' ? SERVER_NAME : SERVER_CLUSTER;

/** The pools that entries of the file kept by hand may be of, each with the zone of its days. */
export function toEntitledServers(settings: readonly MonitorSettings[]): EntitledServer[] {
  const byName = new Map<string, EntitledServer>();
  for (const one of settings) {
    const name = poolNameOf(one);
    if (!byName.has(name)) byName.set(name, { name, zone: new ZoneOffsets(one.LOG_TIME_ZONE) });
  }
  return [...byName.values()];
}

/**
 * Checks what one setting cannot know of the others.
 *
 * @throws SettingsError when the tool is to be asked, and it is not said which or whom.
 */
export function checkCapacitySettings(settings: readonly MonitorSettings[]): void {
  const [first] = settings;
  if (first === undefined || first.CAPACITY_POLL_MINUTES === 0) return;
  if (first.DSLICSRV_COMMAND === '') {
    throw new SettingsError(
      'DSLICSRV_COMMAND is missing: set it to the path of DSLicSrv, or CAPACITY_POLL_MINUTES to 0',
    );
  }
  if (settings.every(({ DSLICSRV_HOST }) => DSLICSRV_HOST === '')) {
    throw new SettingsError(
      'DSLICSRV_HOST is missing: set it to the host of the licence server, or admin in the file of LOG_SERVERS, or CAPACITY_POLL_MINUTES to 0',
    );
  }
}

/** The collector of the settings' sources, for servers by their id. */
export function createCollector(
  servers: ReadonlyMap<number, MonitorSettings>,
  store: CapacityStore,
  now: () => number,
): CapacityCollector {
  const all = [...servers.values()];
  const file = all[0]?.ENTITLEMENTS_FILE ?? '';
  const entitlements = file === '' ? null : new EntitlementsFile(file, toEntitledServers(all));
  const collected = [...servers].map(([serverId, one]) => toCollectedServer(serverId, one));
  return new CapacityCollector(collected, entitlements, store, now);
}

function toCollectedServer(serverId: number, settings: MonitorSettings): CollectedServer {
  const { CAPACITY_DIRECTORY, LOG_ENCODING, LOG_TIME_ZONE } = settings;
  const zone = new ZoneOffsets(LOG_TIME_ZONE);
  const format = { zone, encoding: LOG_ENCODING };
  const directory =
    CAPACITY_DIRECTORY === '' ? null : new CapacityDirectory(CAPACITY_DIRECTORY, format);
  return { serverId, name: poolNameOf(settings), zone, directory, tool: toTool(settings) };
}

function toTool(settings: MonitorSettings): AdminTool | null {
  const { CAPACITY_POLL_MINUTES, DSLICSRV_HOST } = settings;
  if (CAPACITY_POLL_MINUTES === 0 || DSLICSRV_HOST === '') return null;
  return {
    command: settings.DSLICSRV_COMMAND,
    host: DSLICSRV_HOST,
    port: settings.DSLICSRV_PORT,
    password: settings.DSLICSRV_PASSWORD,
    timeZone: settings.LOG_TIME_ZONE,
    timeoutMs: TOOL_TIMEOUT_MS,
  };
}
