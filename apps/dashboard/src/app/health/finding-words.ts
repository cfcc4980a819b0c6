import type { FindingDto, FindingKindDto } from '@license-monitor/api-contract';
import { locale } from '../wording/locale';

/** What the kinds of findings are called. */
export const findingNames: Readonly<Record<FindingKindDto, string>> = {
  negativeSession: $localize`:Kind of a finding|:Ended before it started`,
  endWithoutStart: $localize`:Kind of a finding|:End without a start`,
  assumedEnd: $localize`:Kind of a finding|:Assumed end`,
  useAboveCapacity: $localize`:Kind of a finding|:More in use than owned`,
  capacityConflict: $localize`:Kind of a finding|:Sources differ on the seats`,
  useDiffersFromServer: $localize`:Kind of a finding|:Log and server differ`,
  notTraced: $localize`:Kind of a finding|:Usage not traced`,
  lineNotUnderstood: $localize`:Kind of a finding|:Line not understood`,
  clockStep: $localize`:Kind of a finding|:Clock was set`,
};

/** What the API says of the kinds that it always says the same of; the others carry figures. */
const meanings: Readonly<Partial<Record<FindingKindDto, string>>> = {
  negativeSession: $localize`The log ends these sessions before it starts them: a clock was set back. They count with no length.`,
  endWithoutStart: $localize`These sessions end without a grant: the log begins later, or a file is missing. They are in no figure of use.`,
  assumedEnd: $localize`These sessions were ended by assumption, as the log never does. A real end that comes later replaces it.`,
  clockStep: $localize`The server's clock was set, or shows a time that does not exist: lengths of sessions across it are doubtful.`,
  lineNotUnderstood: $localize`Lines that were read in this range and not understood; they are kept with their bytes.`,
  notTraced: $localize`The server refused this product for want of licences while the log knows of no use: usage tracing is probably off for it. Switch it on in the server configuration (License usage tracing).`,
};

/** A text, and its language where it is not that of the page. */
export interface SaidText {
  readonly text: string;
  readonly language: 'en' | null;
}

/** What a finding means, in the language of the page where that is known; the API speaks English. */
export function toMeaning(
  { kind, meaning }: Pick<FindingDto, 'kind' | 'meaning'>,
  language = locale,
): SaidText {
  if (language.startsWith('en')) return { text: meaning, language: null };
  const text = meanings[kind];
  return text === undefined ? { text: meaning, language: 'en' } : { text, language: null };
}
