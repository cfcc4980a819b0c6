import type { HistoryReader } from '@license-monitor/db';
import { fault, ok, warning, type Finding } from './finding';

/** Checks that every byte that was read ended in one class. */
export async function checkLedger(history: HistoryReader): Promise<Finding[]> {
  const { bytes, lostBytes, quarantinedLines } = await history.byteLedger();
  return [
    lostBytes === 0
      ? ok(`Every one of the ${bytes.toLocaleString('en')} bytes that were read is accounted for.`)
      : fault(
          `${lostBytes.toLocaleString('en')} bytes that were read are in no class.`,
          'Run license-monitor verify on the logs and report what it finds.',
        ),
    ...(quarantinedLines === 0
      ? []
      : [
          warning(
            `${quarantinedLines.toLocaleString('en')} lines were not understood.`,
            'See quarantined_lines in the history for their reasons and bytes.',
          ),
        ]),
  ];
}
