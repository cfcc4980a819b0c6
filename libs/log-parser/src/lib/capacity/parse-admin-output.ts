import type { AdminError, AdminSession, CommandOutput } from './admin-output.js';
import {
  explainMissing,
  isEndSeen,
  isWarning,
  readTranscript,
  toError,
} from './read-transcript.js';
import type { AdminSection } from './transcript.js';

/**
 * Reads what `DSLicSrv -admin -run "connect HOST 4084 -restricted;…;quit"` printed: whom it
 * reached, and the answers as they stand. Never throws, whatever the text.
 *
 * The greeting must be in English (`-locale en_US`); the readers of the answers find theirs
 * without it.
 *
 * @returns an error where no server was reached, or where the output stops with the greeting.
 *
 * @example
 * parseAdminOutput('Cannot connect to server licences on port 4084\n')
 * // { type: 'error', reason: 'cannotConnect', text: 'Cannot connect to server licences on port 4084' }
 */
export function parseAdminOutput(text: string): AdminSession | AdminError {
  const transcript = readTranscript(text);
  const { sections, banner } = transcript;
  if (banner.softwareVersion === null) return explainMissing(transcript);
  const isComplete = isEndSeen(sections);
  const outputs = transcript.answers.flatMap(toOutput);
  if (!isComplete && outputs.length === 0) return toError('truncated');
  const warnings = sections.flatMap((section) => section.lines).filter(isWarning);
  return {
    type: 'session',
    ...banner,
    warnings: warnings.map((line) => line.text.trimEnd()),
    isRestricted: warnings.some((line) => line.text.includes('restricted connection')),
    outputs,
    faults: isComplete ? [] : [{ kind: 'endNotSeen', lineNumber: null, text: '' }],
  };
}

/** None for what stands between two prompts in a row, or is a warning alone. */
function toOutput({ command, lineNumber, lines }: AdminSection): CommandOutput[] {
  const answer = lines.filter((line) => !isWarning(line)).map((line) => line.text);
  return command === null && answer.length === 0 ? [] : [{ command, lineNumber, lines: answer }];
}
