import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { toEntitledServers } from '../capacity/create-collector';
import { parseEntitlements } from '../capacity/parse-entitlements';
import type { MonitorSettings } from '../settings';
import { fault, ok, type Finding } from './finding';

/** Checks the sources of capacity that are set; one that is not set is no fault. */
export async function checkCapacity(
  settings: readonly [MonitorSettings, ...MonitorSettings[]],
): Promise<Finding[]> {
  const { ENTITLEMENTS_FILE, DSLICSRV_COMMAND } = settings[0];
  const directories = new Set(settings.map(({ CAPACITY_DIRECTORY }) => CAPACITY_DIRECTORY));
  directories.delete('');
  const findings = [...directories].map(checkDirectory);
  if (ENTITLEMENTS_FILE !== '') findings.unshift(checkEntitlements(ENTITLEMENTS_FILE, settings));
  if (DSLICSRV_COMMAND !== '') findings.push(checkTool(DSLICSRV_COMMAND));
  return Promise.all(findings);
}

async function checkEntitlements(
  path: string,
  settings: readonly MonitorSettings[],
): Promise<Finding> {
  try {
    const byServer = parseEntitlements(await readFile(path, 'utf8'), toEntitledServers(settings));
    const count = [...byServer.values()].reduce((sum, pools) => sum + pools.length, 0);
    return ok(`${path} tells of ${count} entitlements.`);
  } catch (error) {
    // Not there, not readable, or with faults: each is named with its place and its mend.
    const words = (error as Error).message.replaceAll('\n', '; ');
    return fault(`ENTITLEMENTS_FILE = ${path} cannot be read.`, `${words}.`);
  }
}

async function checkDirectory(path: string): Promise<Finding> {
  try {
    const names = await readdir(path);
    return ok(`CAPACITY_DIRECTORY = ${path} holds ${names.length} files.`);
  } catch (error) {
    const mend = `${(error as Error).message}. Create it, grant read access, or set CAPACITY_DIRECTORY.`;
    return fault(`CAPACITY_DIRECTORY = ${path} cannot be read.`, mend);
  }
}

async function checkTool(path: string): Promise<Finding> {
  try {
    await access(path, constants.X_OK);
    return ok(`DSLICSRV_COMMAND = ${path} can be run.`);
  } catch (error) {
    const mend = `${(error as Error).message}. Set it to the path of DSLicSrv.`;
    return fault(`DSLICSRV_COMMAND = ${path} cannot be run.`, mend);
  }
}
