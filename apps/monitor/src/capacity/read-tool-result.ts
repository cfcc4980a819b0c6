import type { ZoneOffsets } from '@license-monitor/log-parser';
import type { ToolResult } from './admin-tool';
import { noAnswer, type CapacityReading, type NoCapacityAnswer } from './capacity-reading';
import { hasPrompts } from './judge-answer';
import { readEnrolled } from './read-enrolled';
import { readUsage } from './read-usage';

const MAX_TEXT = 200;

type EndedTool = Extract<ToolResult, { type: 'ended' }>;

/**
 * Reads what the tool answered to `getLicenseUsage -csv` and `getLicenseInfo`: two readings, or one
 * failure where both failed for the same reason.
 *
 * @param password is taken out of every text.
 */
export function readToolResult(
  result: ToolResult,
  zone: ZoneOffsets,
  password: string,
): CapacityReading[] {
  const readings = read(result, zone);
  return readings.map((one) => {
    if (one.type === 'report') return one;
    return { ...one, text: hide(one.text, password).slice(0, MAX_TEXT) };
  });
}

function read(result: ToolResult, zone: ZoneOffsets): CapacityReading[] {
  if (result.type === 'timedOut') {
    return [noAnswer(null, 'toolTimedOut', 'The tool gave no answer in time and was ended.')];
  }
  if (result.type === 'failed') return [noAnswer(null, 'toolFailed', result.text)];
  const { output, errors } = result;
  const [usage, enrolled] = [readUsage('usageCsv', output, zone), readEnrolled(output)];
  const isSame = isSameFailure(usage, enrolled);
  if (isDoubtful(result) && !(isSame && isTelling(usage))) return [toFailure(result)];
  return isSame
    ? [{ ...usage, source: null, text: usage.text || firstLine(errors) }]
    : [usage, enrolled];
}

/** Without prompts only the end of the tool shows that its answers are whole. */
const isDoubtful = ({ output, exitCode }: EndedTool) => exitCode !== 0 && !hasPrompts(output);

/** Whether a failure says more than that there is no answer. */
const isTelling = ({ reason }: NoCapacityAnswer) =>
  reason === 'cannotConnect' || reason === 'passwordAsked';

function toFailure({ output, errors, exitCode }: EndedTool): NoCapacityAnswer {
  const words = firstLine(errors) || firstLine(output);
  return noAnswer(null, 'toolFailed', `The tool ended with ${exitCode ?? 'a signal'}. ${words}`);
}

function isSameFailure(one: CapacityReading, other: CapacityReading): one is NoCapacityAnswer {
  return one.type === 'failure' && other.type === 'failure' && one.reason === other.reason;
}

const firstLine = (text: string) => text.trim().split(/\r?\n/, 1)[0] ?? '';

const hide = (text: string, secret: string) =>
  secret === '' ? text : text.replaceAll(secret, '***');
