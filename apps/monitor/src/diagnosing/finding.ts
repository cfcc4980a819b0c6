/** What a check found. `warning`: it works, but perhaps not as meant. `fault`: it does not work. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'fault';
  readonly what: string;
  /** What to do about it; null where nothing is to be done. */
  readonly mend: string | null;
}

export const ok = (what: string): Finding => ({ level: 'ok', what, mend: null });
export const warning = (what: string, mend: string): Finding => ({ level: 'warning', what, mend });
export const fault = (what: string, mend: string): Finding => ({ level: 'fault', what, mend });
