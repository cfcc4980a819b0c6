import { Command } from 'commander';
import { loadEnvironment } from '@license-monitor/db';
import { PARSER_VERSION } from '@license-monitor/log-parser';
import { readServers, type Servers } from '../read-servers';
import type { MonitorSettings } from '../settings';
import { checkCapacity } from './check-capacity';
import { checkContent } from './check-content';
import { checkDirectory } from './check-directory';
import { checkStores } from './check-stores';
import { ok, type Finding } from './finding';

const EXIT_FAULT = 2;
const SIGNS: Readonly<Record<Finding['level'], string>> = { ok: '✓', warning: '!', fault: '✗' };

/** `license-monitor doctor` */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check settings, logs and databases, and say how to mend what is wrong.')
    .addHelpText('after', '\nChanges nothing; may run beside the monitor. Exit code 2 on a fault.')
    .action(async () => {
      const findings = await diagnose(readServers(loadEnvironment()));
      process.stdout.write(`${findings.map(toText).join('\n')}\n`);
      if (findings.some(({ level }) => level === 'fault')) process.exitCode = EXIT_FAULT;
    });
}

/** Everything that can be checked from outside, the logs first. */
export async function diagnose(servers: Servers): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const settings of servers) {
    if (servers.length > 1) findings.push(ok(`Licence server ${settings.SERVER_NAME}:`));
    findings.push(...(await checkLogs(settings)));
  }
  findings.push(...(await checkCapacity(servers)), ...(await checkStores(servers[0])));
  return [...findings, describeVersions()];
}

async function checkLogs(settings: MonitorSettings): Promise<Finding[]> {
  const { findings, logs } = await checkDirectory(settings);
  const latest = logs.at(-1);
  const content = latest === undefined ? [] : await checkContent(latest, settings);
  return [...findings, ...content];
}

function describeVersions(): Finding {
  const { node, tz, sqlite } = process.versions;
  const ownSqlite = sqlite === undefined ? '' : `, SQLite ${sqlite}`;
  return ok(`Node ${node}${ownSqlite}, time zone data ${tz}, parser ${PARSER_VERSION}.`);
}

const toText = ({ level, what, mend }: Finding) =>
  mend === null ? `${SIGNS[level]} ${what}` : `${SIGNS[level]} ${what}\n    ${mend}`;
