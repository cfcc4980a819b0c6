import { officeScenario } from '@license-monitor/log-synth';
import { simulateLogs } from '../simulating/simulate-logs';

export interface SimulatedTime {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  readonly variant?: 'A' | 'B';
  readonly lineEnd?: '\n' | '\r\n';
}

/** Writes the logs of a simulated licence server of some days into a directory, at once. */
export async function writeSimulatedLogs(
  directory: string,
  { from, to, lineEnd = '\n', ...scenario }: SimulatedTime,
): Promise<void> {
  await simulateLogs({
    directory,
    scenario: officeScenario({ from: Date.parse(from), to: Date.parse(to), ...scenario }),
    lineEnd,
    realTimeFrom: null,
    truthFile: null,
    now: () => 0,
    signal: new AbortController().signal,
  });
}
