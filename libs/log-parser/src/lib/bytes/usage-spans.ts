import { STAMP_LENGTH } from '../lines/parse-header.js';
import { findProcessEnd, findProcessStart, SESSION_BYTES, skipBangs } from './scan-bytes.js';

/** Fields, by their `!`: action, slot 1, product. */
export const LEAD_BANGS = 3;
/** The end of the session, editor, model, count, slotX. */
export const TERMS_BANGS = 5;
/** Client, address, user, internal id. */
const ACCOUNT_BANGS = 4;

const CARRIAGE_RETURN = 0x0d;

/**
 * Where the parts of a usage line of the usual form (variant A) stand: indexes into the view it
 * was located in, each part up to (exclusive) the next one.
 *
 *     2025/05/19 08:01:13:027 I USGTRACING  Grant!!MD2!00000196E721C6C0!Dassault Systemes V5!…!STD!WS-0042 (41A0…)!…
 *                            └ lead                   └ session       └ terms                     └ account
 */
export class UsageSpans {
  leadAt = 0;
  sessionAt = 0;
  termsAt = 0;
  accountAt = 0;
  /** The end of the line where there is no program. */
  programAt = 0;
  /** Digits of the process number; both are the end of the line where there is none. */
  processAt = 0;
  processEnd = 0;
  lineEnd = 0;

  /** Finds the parts of the line from (inclusive) to (exclusive), which is of the usual form. */
  locate(view: DataView, from: number, to: number): void {
    this.leadAt = from + STAMP_LENGTH;
    this.lineEnd = to;
    this.sessionAt = skipBangs(view, this.leadAt, to, LEAD_BANGS);
    this.termsAt = this.sessionAt + SESSION_BYTES;
    this.accountAt = skipBangs(view, this.termsAt, to, TERMS_BANGS);
    this.programAt = skipBangs(view, this.accountAt, to, ACCOUNT_BANGS) || to;
    this.locateProgram(view, this.programAt, to);
  }

  /** Finds the process number of the program that stands from (inclusive) to (exclusive). */
  locateProgram(view: DataView, from: number, to: number): void {
    this.processAt = this.processEnd = to;
    if (from === to) return;
    const textEnd = view.getUint8(to - 2) === CARRIAGE_RETURN ? to - 2 : to - 1;
    const end = findProcessEnd(view, from, textEnd);
    const at = end === 0 ? 0 : findProcessStart(view, end);
    if (at <= from) return;
    this.processAt = at;
    this.processEnd = end;
  }
}
