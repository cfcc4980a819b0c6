import { identifyLog } from '@license-monitor/log-parser/node';
import { describeTrouble } from '../following/describe-trouble';
import type { MonitorSettings } from '../settings';
import { FileFault } from '../tailing/file-fault';
import { nodeFileSystem } from '../tailing/file-system';
import { isNetworkShare } from '../tailing/is-network-share';
import { listLogFiles, toNameTest, type SeenFile } from '../tailing/list-log-files';
import { fault, ok, warning, type Finding } from './finding';

/** What a look at the log directory found. */
export interface DirectoryCheck {
  readonly findings: readonly Finding[];
  /** The logs that can be read, the latest change last. */
  readonly logs: readonly SeenFile[];
}

/** Checks that the logs are where the settings say, and can be read. */
export async function checkDirectory(settings: MonitorSettings): Promise<DirectoryCheck> {
  const { LOG_DIRECTORY, LOG_PATTERN_FILE } = settings;
  try {
    const isLogName = toNameTest(LOG_PATTERN_FILE);
    const { files, faults } = await listLogFiles(nodeFileSystem, LOG_DIRECTORY, isLogName);
    const unreadable = faults.map((one) => toFault(one, settings));
    if (files.length === 0) {
      return { findings: [...unreadable, nothingMatches(settings)], logs: [] };
    }
    const { logs, findings } = await checkFiles(files, settings);
    const found = ok(`${files.length} files in ${LOG_DIRECTORY} match ${LOG_PATTERN_FILE}`);
    return { findings: [found, ...(await checkShare(settings)), ...unreadable, ...findings], logs };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { findings: [toFault(error, settings)], logs: [] };
  }
}

const toFault = (error: unknown, settings: MonitorSettings) =>
  fault('The logs cannot be read.', describeTrouble(error, settings));

const nothingMatches = ({ LOG_DIRECTORY, LOG_PATTERN_FILE }: MonitorSettings) =>
  warning(
    `No file in ${LOG_DIRECTORY} matches ${LOG_PATTERN_FILE}.`,
    'If the licence server writes elsewhere, set LOG_DIRECTORY and LOG_PATTERN_FILE.',
  );

async function checkShare({ LOG_DIRECTORY, LOG_ON_SHARE }: MonitorSettings): Promise<Finding[]> {
  if (LOG_ON_SHARE !== 'false' || !(await isNetworkShare(LOG_DIRECTORY))) return [];
  return [
    warning(
      `${LOG_DIRECTORY} lies on a network share, and LOG_ON_SHARE is false.`,
      'Set LOG_ON_SHARE to auto, so that stale sizes repeat nothing.',
    ),
  ];
}

async function checkFiles(
  files: readonly SeenFile[],
  settings: MonitorSettings,
): Promise<{ logs: SeenFile[]; findings: Finding[] }> {
  const logs: SeenFile[] = [];
  const findings: Finding[] = [];
  for (const file of [...files].sort((a, b) => a.changedAt - b.changedAt)) {
    try {
      const { kind } = await identifyLog(file.path);
      if (kind === 'licenseServer' || kind === 'empty') logs.push(file);
      else findings.push(strange(file, kind));
    } catch (error) {
      findings.push(toFault(new FileFault(file.path, error as NodeJS.ErrnoException), settings));
    }
  }
  return { logs, findings };
}

const strange = ({ path }: SeenFile, kind: string) =>
  warning(
    `${path} is no log of a licence server (${kind}): its lines end in quarantine.`,
    'Set LOG_PATTERN_FILE so that it matches LicenseServer*.log only.',
  );
