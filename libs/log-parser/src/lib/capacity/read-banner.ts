import type { AdminBanner, AdminServer } from './admin-output.js';
import type { AdminLine, AdminSection } from './transcript.js';

const TOOL = 'License Administration Tool Version ';
const BUILT_ON = ' Built on ';
const SOFTWARE_VERSION = 'Software version:';

/** The labels of the greeting, and the two modes, which have none. */
const BANNER_LINES = [
  SOFTWARE_VERSION,
  'Build date:',
  'Standalone mode',
  'Failover mode',
  'Ready:',
  'Server name:',
  'Server names:',
];

/** The greeting, and where in the sections it stands. */
export interface BannerReading {
  readonly banner: AdminBanner;
  /** Lines that no prompt separates from the greeting, and all sections behind it. */
  readonly answers: readonly AdminSection[];
}

/**
 * Reads the tool's greeting (log-format.md §10.2). A greeting in another language than English is
 * not recognised: its values are null and there are no answers.
 */
export function readBanner(sections: readonly AdminSection[]): BannerReading {
  const at = sections.findIndex((section) => section.lines.some(isSoftwareVersion));
  const section = sections[at];
  const tool = readTool(sections);
  if (section === undefined) return { banner: { ...tool, ...readGreeting([]) }, answers: [] };
  const from = section.lines.findIndex(isSoftwareVersion);
  const behind = section.lines.slice(from);
  const greetingLength = behind.findIndex((line) => !isBannerLine(line));
  const length = greetingLength < 0 ? behind.length : greetingLength;
  return {
    banner: { ...tool, ...readGreeting(behind.slice(0, length)) },
    answers: [...toAnswer(section, behind.slice(length)), ...sections.slice(at + 1)],
  };
}

/** What follows the greeting without a prompt between: none where nothing does. */
function toAnswer(section: AdminSection, lines: readonly AdminLine[]): AdminSection[] {
  const [first] = lines;
  if (first === undefined) return [];
  return [{ ...section, lineNumber: first.lineNumber, command: null, lines }];
}

/** Whether a line is the tool's own name, which stands before everything else. */
export const isToolLine = (line: AdminLine): boolean => line.text.startsWith(TOOL);

/** Whether a line belongs to the greeting. */
export function isBannerLine(line: AdminLine): boolean {
  const text = line.text.trimStart();
  return BANNER_LINES.some((label) => text.startsWith(label));
}

const isSoftwareVersion = (line: AdminLine) => line.text.trimStart().startsWith(SOFTWARE_VERSION);

/** Reads `License Administration Tool Version 6.425.4 Built on May 2, 2023, 6:45:36 PM.` */
function readTool(
  sections: readonly AdminSection[],
): Pick<AdminBanner, 'toolVersion' | 'toolBuildDate'> {
  const line = sections.flatMap((section) => section.lines).find(isToolLine);
  if (line === undefined) return { toolVersion: null, toolBuildDate: null };
  const text = line.text.slice(TOOL.length);
  const builtAt = text.indexOf(BUILT_ON);
  if (builtAt < 0) return { toolVersion: text.trim(), toolBuildDate: null };
  const date = text.slice(builtAt + BUILT_ON.length).trim();
  return { toolVersion: text.slice(0, builtAt).trim(), toolBuildDate: withoutFullStop(date) };
}

const withoutFullStop = (text: string) => (text.endsWith('.') ? text.slice(0, -1) : text);

type Greeting = Omit<AdminBanner, 'toolVersion' | 'toolBuildDate'>;

function readGreeting(lines: readonly AdminLine[]): Greeting {
  const texts = lines.map((line) => line.text.trim());
  const find = (label: string) =>
    texts
      .find((text) => text.startsWith(label))
      ?.slice(label.length)
      .trim() ?? null;
  return {
    softwareVersion: find(SOFTWARE_VERSION),
    buildDate: find('Build date:'),
    mode: readMode(texts),
    isReady: readReady(find('Ready:') ?? ''),
    servers: readServers(find('Server name:') ?? find('Server names:') ?? ''),
  };
}

function readMode(texts: readonly string[]): AdminBanner['mode'] {
  if (texts.some((text) => text.startsWith('Standalone mode'))) return 'standalone';
  return texts.some((text) => text.startsWith('Failover mode')) ? 'failover' : null;
}

/** `yes` or `no`, with or without an explanation behind it. */
function readReady(text: string): boolean | null {
  if (/^yes\b/.test(text)) return true;
  return /^no\b/.test(text) ? false : null;
}

/** Reads `h1 h2 h3   Server ids: id1 id2 id3`, or the same of one server. */
function readServers(text: string): readonly AdminServer[] {
  const label = SERVER_IDS.exec(text);
  const names = words(text.slice(0, label?.index));
  const ids = label === null ? [] : words(text.slice(label.index + label[0].length));
  return names.map((name, index) => ({ name, id: ids[index] ?? null }));
}

const SERVER_IDS = /Server ids?:/;

const words = (text: string) => text.split(/\s/).filter((word) => word !== '');
