/** What a key can ask for. */
export type Command = (typeof keyBindings)[number]['command'];

/** Every key, in the order the help lists them. A space separates keys pressed one after another. */
export const keyBindings = [
  { keys: 'g o', command: 'goOverview', does: $localize`Go to the overview` },
  { keys: 'g l', command: 'goLive', does: $localize`Go to live sessions` },
  { keys: 'g h', command: 'goHistory', does: $localize`Go to the history` },
  { keys: 'g u', command: 'goUsage', does: $localize`Go to usage over time` },
  { keys: 'g d', command: 'goDenials', does: $localize`Go to denials` },
  { keys: 'g c', command: 'goCapacity', does: $localize`Go to capacity` },
  { keys: 'g t', command: 'goTimeline', does: $localize`Go to the timeline` },
  { keys: 'g m', command: 'goHealth', does: $localize`Go to the health of the monitor` },
  { keys: 'f', command: 'find', does: $localize`Find a product, a user or a host` },
  { keys: '/', command: 'focusFilter', does: $localize`Focus the text filter` },
  { keys: 'p', command: 'togglePause', does: $localize`Pause or resume live changes` },
  { keys: '.', command: 'applyChanges', does: $localize`Apply waiting changes` },
  { keys: '[', command: 'goEarlier', does: $localize`Go back in time` },
  { keys: ']', command: 'goLater', does: $localize`Go forward in time` },
  { keys: '-', command: 'goWider', does: $localize`Show a longer range` },
  { keys: '=', command: 'goNarrower', does: $localize`Show a shorter range` },
  {
    keys: 'x',
    command: 'toggleCompare',
    does: $localize`Compare usage with the weeks before, or stop it`,
  },
  { keys: 'n', command: 'goToNow', does: $localize`Go back to now` },
  { keys: '?', command: 'listKeys', does: $localize`List the keys` },
] as const;

/** How long after `g` the second key may come. */
export const SEQUENCE_MS = 1_500;

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  /** Whether Control, Alt or Meta is down: such keys belong to the browser. */
  readonly hasModifier: boolean;
  /** Whether a text field or a list has the focus. */
  readonly isInField: boolean;
}

/** Reads a key after the prefix before it; gives the command, or the prefix for the next key. */
export function interpretKey(
  press: KeyPress,
  prefix: string,
): { readonly command: Command | null; readonly prefix: string } {
  if (press.hasModifier || press.isInField) return { command: null, prefix: '' };
  const typed = prefix === '' ? press.key : `${prefix} ${press.key}`;
  const binding = keyBindings.find(({ keys }) => keys === typed);
  if (binding !== undefined) return { command: binding.command, prefix: '' };
  const isPrefix = keyBindings.some(({ keys }) => keys.startsWith(`${typed} `));
  if (isPrefix) return { command: null, prefix: typed };
  return prefix === '' ? { command: null, prefix: '' } : interpretKey(press, '');
}
