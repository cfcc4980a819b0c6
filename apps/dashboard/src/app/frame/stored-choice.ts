import { signal, type Signal } from '@angular/core';

/** One of several ways to show the same; personal, so kept by the browser and not in the address. */
export interface StoredChoice<Choice extends string> {
  /** What the person chose; the first choice before that. */
  readonly choice: Signal<Choice>;
  readonly choose: (choice: Choice) => void;
}

/** Reads a choice of this browser; one that is not known counts as none. */
export function storedChoice<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): StoredChoice<Choice> {
  const key = `license-monitor.${name}`;
  const stored = localStorage.getItem(key);
  const choice = signal(choices.find((one) => one === stored) ?? choices[0]);
  return {
    choice: choice.asReadonly(),
    choose: (one) => {
      choice.set(one);
      localStorage.setItem(key, one);
    },
  };
}
