import type { AdminBanner, AdminError, AdminErrorReason } from './admin-output.js';
import { isBannerLine, isToolLine, readBanner } from './read-banner.js';
import { type AdminLine, type AdminSection, readSections } from './transcript.js';

/** The tool's output, cut at its prompts. */
export interface Transcript {
  readonly sections: readonly AdminSection[];
  readonly banner: AdminBanner;
  /** What the tool printed behind its greeting. */
  readonly answers: readonly AdminSection[];
}

/** Cuts the tool's output at its prompts and reads the greeting. Never throws. */
export function readTranscript(text: string): Transcript {
  const sections = readSections(text);
  return { sections, ...readBanner(sections) };
}

/** Whether a line is a remark of the tool's, which may stand anywhere. */
export const isWarning = (line: AdminLine): boolean => line.text.startsWith('Warning:');

/** Whether the output ends with a prompt and nothing behind it, as after `quit`. */
export function isEndSeen(sections: readonly AdminSection[]): boolean {
  return sections.length > 1 && sections.at(-1)?.lines.length === 0;
}

/** Says why the output does not hold what was looked for. */
export function explainMissing(transcript: Transcript): AdminError {
  const lines = transcript.sections.flatMap((section) => section.lines);
  const cannotConnect = lines.find((line) => line.text.includes('Cannot connect to server'));
  if (cannotConnect !== undefined) return toError('cannotConnect', cannotConnect);
  const password = lines.find(asksForPassword);
  if (password !== undefined) return toError('passwordAsked', password);
  return toError(findReason(transcript, lines), lines.findLast(isTelling));
}

/** Makes an error of a reason and the line that tells it. */
export function toError(reason: AdminErrorReason, line?: { readonly text: string }): AdminError {
  return { type: 'error', reason, text: line?.text.trim().slice(0, MAX_TEXT_LENGTH) ?? '' };
}

const MAX_TEXT_LENGTH = 200;

function findReason(transcript: Transcript, lines: readonly AdminLine[]): AdminErrorReason {
  const { sections, banner } = transcript;
  const hasPrompt = sections.length > 1;
  if (lines.length === 0 && !hasPrompt) return 'emptyOutput';
  if (banner.isReady === false) return 'serverNotReady';
  if (isEndSeen(sections)) return 'answerMissing';
  return hasPrompt || banner.toolVersion !== null ? 'truncated' : 'notAdminOutput';
}

/** A question for the password or its refusal; not the line of the configuration. */
function asksForPassword(line: AdminLine): boolean {
  return /password/i.test(line.text) && !line.text.includes('Password protected:');
}

/** Echoed commands, a password among them, stand behind a prompt. */
function isTelling(line: AdminLine): boolean {
  return !line.isPrompted && !isToolLine(line) && !isBannerLine(line);
}
