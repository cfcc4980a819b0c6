import { STAMP_LENGTH } from '../lines/parse-header.js';
import { isClientText, isIpLiteral } from '../lines/parse-client.js';
import { endsInternalId } from '../lines/parse-internal-id.js';
import {
  toUsageEvent,
  type UsageAccount,
  type UsageLead,
  type UsageParts,
  type UsageProgram,
} from '../lines/parse-usage.js';
import type { UsageTerms } from '../lines/usage-left-part.js';
import type { UsageEvent } from '../lines/parsed-line.js';
import { ByteMemo } from './byte-memo.js';
import { KnownBytes } from './byte-store.js';
import {
  isSession,
  readNumber,
  readSession,
  readTimeOfDay,
  SESSION_BYTES,
  skipBangs,
  skipDigits,
} from './scan-bytes.js';
import { LEAD_BANGS, TERMS_BANGS, UsageSpans } from './usage-spans.js';

const DAY_MS = 24 * 60 * 60_000;
/** Where the time stands behind `YYYY/MM/DD `. */
const TIME_AT = 11;
/** How many of the first bytes of an account choose its place: host, computer, address, user. */
const ACCOUNT_KEY_BYTES = 64;
/** The first of its three bytes in UTF-8. */
const BYTE_ORDER_MARK = 0xef;
/** Shorter lines cannot be of the usual form. */
const MIN_LINE_BYTES = 64;

const NONE: readonly never[] = [];
const NO_PROGRAM: UsageProgram = { executable: null, clientVersion: null, flag: null };

/** What a line begins with, and the terms that came with it last: nearly always the same. */
interface KnownLead {
  readonly lead: UsageLead;
  usualTerms: KnownTerms;
}

interface KnownTerms {
  readonly bytes: KnownBytes;
  readonly terms: UsageTerms;
}

/** A user at a machine, and the program that was run last there. */
interface KnownAccount {
  readonly account: UsageAccount;
  usualProgram: KnownProgram;
}

/** The end of a line from the program on. */
interface KnownProgram {
  readonly program: UsageProgram;
  /** Up to the number of the process, or to the end of the line. */
  readonly head: KnownBytes;
  /** From behind the number of the process; null where there is none. */
  readonly tail: KnownBytes | null;
}

/**
 * Reads usage lines by remembering their parts.
 *
 * Idea: what a usage line says is nearly all said before: the same products, machines, users and
 * programs, day after day. The line grammar (`parseUsage`) reads a part once; where the same bytes
 * come again, the values are taken from memory, and only stamp, session and process are read.
 *
 * Invariant: `find` returns what `parseLine` returns, or nothing. A part is learned only from a
 * line that has the usual form and no fault, where the grammar reads it without regard to the
 * other parts. Memory is bounded whatever the log holds.
 */
export class UsageMemo {
  private readonly leads = new ByteMemo<KnownLead>({ slots: 1024, bytes: 65_536 });
  private readonly terms = new ByteMemo<KnownTerms>({ slots: 1024, bytes: 65_536 });
  private readonly accounts: ByteMemo<KnownAccount>;
  private readonly programs = new ByteMemo<KnownProgram>({ slots: 1024, bytes: 131_072 });
  private readonly spans = new UsageSpans();
  /** One object for all lines: an event is made of it, and it of nothing that is kept. */
  private readonly parts: { -readonly [Name in keyof UsageParts]: UsageParts[Name] };
  private day: KnownBytes | null = null;
  private dayAt = 0;
  /** Where the next part begins while a line is read. */
  private at = 0;

  /** @param accounts How many pairs of user and machine are kept, a power of two. */
  constructor(accounts = 32_768) {
    this.accounts = new ByteMemo({ slots: accounts, bytes: 128 * accounts }, ACCOUNT_KEY_BYTES);
    this.parts = {
      lead: { level: '', category: '', type: 'grant', product: '' },
      terms: { customer: null, editor: null, model: 'unknown', quantity: null, slotX: null },
      account: { client: null, ip: null, user: null, internalId: null },
      program: NO_PROGRAM,
      wallAt: 0,
      sessionId: null,
      processId: null,
      unknownFields: NONE,
      faults: NONE,
    };
  }

  /** The event of the line from (inclusive) to (exclusive) its end; undefined where a part is new. */
  find(view: DataView, from: number, to: number): UsageEvent | undefined {
    if (to - from < MIN_LINE_BYTES || !this.day?.isAt(view, from, to)) return undefined;
    const timeMs = readTimeOfDay(view, from + TIME_AT);
    this.at = from + STAMP_LENGTH;
    if (timeMs < 0 || !this.readParts(view, to)) return undefined;
    this.parts.wallAt = this.dayAt + timeMs;
    return toUsageEvent(this.parts);
  }

  private readParts(view: DataView, to: number): boolean {
    const { parts } = this;
    const sessionAt = skipBangs(view, this.at, to, LEAD_BANGS);
    if (sessionAt === 0 || sessionAt + SESSION_BYTES >= to) return false;
    const lead = this.leads.find(view, this.at, sessionAt);
    if (lead === undefined || !isSession(view, sessionAt)) return false;
    this.at = sessionAt + SESSION_BYTES;
    if (!this.readTerms(view, to, lead) || !this.readAccount(view, to)) return false;
    parts.lead = lead.lead;
    parts.sessionId = readSession(view, sessionAt);
    return true;
  }

  private readTerms(view: DataView, to: number, lead: KnownLead): boolean {
    let known = lead.usualTerms;
    if (!known.bytes.isAt(view, this.at, to)) {
      const end = skipBangs(view, this.at, to, TERMS_BANGS);
      const found = this.terms.find(view, this.at, end);
      if (found === undefined) return false;
      known = lead.usualTerms = found;
    }
    this.parts.terms = known.terms;
    this.at += known.bytes.length;
    return true;
  }

  private readAccount(view: DataView, to: number): boolean {
    const known = this.accounts.find(view, this.at, to);
    if (known === undefined) return false;
    this.parts.account = known.account;
    this.at += this.accounts.foundLength;
    if (this.readProgram(view, to, known.usualProgram)) return true;
    const { spans } = this;
    spans.locateProgram(view, this.at, to);
    const program = this.programs.find(view, this.at, spans.processAt);
    if (program === undefined || !this.readProgram(view, to, program)) return false;
    known.usualProgram = program;
    return true;
  }

  private readProgram(view: DataView, to: number, { program, head, tail }: KnownProgram): boolean {
    const headEnd = this.at + head.length;
    if (!head.isAt(view, this.at, to)) return false;
    const { parts } = this;
    parts.program = program;
    parts.processId = null;
    if (tail === null) return headEnd === to;
    const end = skipDigits(view, headEnd, to);
    if (end === headEnd || end + tail.length !== to || !tail.isAt(view, end, to)) return false;
    parts.processId = readNumber(view, headEnd, end);
    return true;
  }

  /**
   * Learns the parts of a line that the grammar read as this event, from a text in the main
   * encoding: then all that is known is of it, and so is what is put together.
   */
  learn(view: DataView, from: number, to: number, event: UsageEvent): void {
    const { spans } = this;
    // A byte-order mark, which the text no longer has, would shift all that is learned.
    if (!isUsual(event) || view.getUint8(from) === BYTE_ORDER_MARK) return;
    spans.locate(view, from, to);
    this.day = new KnownBytes(view, from, from + TIME_AT);
    this.dayAt = Math.floor(event.wallAt / DAY_MS) * DAY_MS;
    const usualTerms = this.learnTerms(view, event);
    const { level, category, type, product } = event;
    const lead = { level, category, type, product };
    this.leads.learn(
      view,
      { from: spans.leadAt, to: spans.sessionAt, lineEnd: to },
      { lead, usualTerms },
    );
    const usualProgram = this.learnProgram(view, event);
    const { client, ip, user, internalId } = event;
    const account = { client, ip, user, internalId };
    this.accounts.learn(
      view,
      { from: spans.accountAt, to: spans.programAt, lineEnd: to },
      { account, usualProgram },
    );
  }

  private learnTerms(view: DataView, event: UsageEvent): KnownTerms {
    const { termsAt, accountAt, lineEnd } = this.spans;
    const { customer, editor, model, quantity, slotX } = event;
    const terms = { customer, editor, model, quantity, slotX };
    const bytes = new KnownBytes(view, termsAt, accountAt);
    return this.terms.learn(view, { from: termsAt, to: accountAt, lineEnd }, { bytes, terms });
  }

  private learnProgram(view: DataView, event: UsageEvent): KnownProgram {
    const { programAt, processAt, processEnd, lineEnd } = this.spans;
    const { executable, clientVersion, flag } = event;
    const head = new KnownBytes(view, programAt, processAt);
    const tail = event.processId === null ? null : new KnownBytes(view, processEnd, lineEnd);
    const program = { executable, clientVersion, flag };
    return this.programs.learn(
      view,
      { from: programAt, to: processAt, lineEnd },
      { program, head, tail },
    );
  }
}

/**
 * Whether each part of the line could be read without regard to the others: variant A, found by
 * its client and address, with no `!` inside a value and nothing that could be taken for the end
 * of an internal id or of a process number.
 */
function isUsual(event: UsageEvent): boolean {
  const { client, ip, user, internalId, executable, clientVersion, flag } = event;
  return (
    event.faults.length === 0 &&
    event.customer === null &&
    typeof client?.computerId === 'string' &&
    isClientText(`${client.host} (${client.computerId})`) &&
    isIpLiteral(ip ?? '') &&
    ![user, internalId, executable].some((text) => text?.includes('!')) &&
    ![clientVersion, flag].some((text) => text?.endsWith(')')) &&
    ![executable, clientVersion, flag].some((text) => endsInternalId(text ?? ''))
  );
}
