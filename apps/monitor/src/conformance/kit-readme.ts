import type { ConformanceCase } from '@license-monitor/log-synth';

/** The README of a written kit: for people who have nothing else of this project. */
export function kitReadme(cases: readonly ConformanceCase[]): string {
  const rows = cases.map(({ name, title }) => `| ${name} | ${title} |`);
  return [
    '# Conformance kit for monitors of the Dassault Systèmes License Server',
    '',
    'Each folder is a small scenario with known answers:',
    '',
    '- `dsls/`, or `member-1/` to `member-3/` of one failover cluster: logs as the server writes them',
    '- `capacity/`: outputs of `getLicenseUsage -csv`; the stamp in the name is when it was taken',
    '- `settings.json`: what a reader must be told: zone, limits, windows, range of the figures, "now"',
    '- `truth.json`: the answers',
    '',
    'All names are invented. Instants are UTC milliseconds, ranges are half-open.',
    '',
    '## How to run it',
    '',
    '1. For each folder, let your tool read the logs and the capacity files with the settings.',
    '2. Write what it found to `ANSWERS/<folder>.json`, in the shape of `truth.json`.',
    '3. `license-monitor conformance score THIS_DIRECTORY ANSWERS`',
    '',
    'Every figure counts the same. One that is missing is wrong; what you cannot tell, leave out. A product',
    'too many is one wrong figure. The exit code is 0 only if all are right.',
    '',
    'The rules that the truth follows are in `docs/conformance.md` of the License Monitor project.',
    '',
    '## Scenarios',
    '',
    '| folder | what it shows |',
    '| ------ | ------------- |',
    ...rows,
    '',
  ].join('\n');
}
