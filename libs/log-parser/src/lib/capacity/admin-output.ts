import type { CapacityFault } from './capacity-fault.js';

/**
 * Why an output of the administration tool gives no answer. None of these means that there are no
 * licences.
 */
export type AdminErrorReason =
  | 'emptyOutput'
  | 'cannotConnect'
  /** The server wants a password: none was given, or a wrong one. */
  | 'passwordAsked'
  /** The server answered, but said that it is not ready. */
  | 'serverNotReady'
  /** The output stops before the answer. */
  | 'truncated'
  /** The tool came to its end without the answer, for reasons of its own. */
  | 'answerMissing'
  /** The answer is there, but not one row of it can be read. */
  | 'noReadableRow'
  /** Nothing in the text is the tool's. */
  | 'notAdminOutput';

/** An output that gives no answer. It is a value, never an exception. */
export interface AdminError {
  readonly type: 'error';
  readonly reason: AdminErrorReason;
  /**
   * The line that tells, at most 200 characters. Never one that stands on a prompt's line unless
   * its words are known: a tool that echoes its commands echoes the password, too.
   */
  readonly text: string;
}

/** A licence server as the tool greets it; a failover cluster has three. */
export interface AdminServer {
  readonly name: string;
  /** `XXX-` and 16 hexadecimal digits; null where fewer ids than names are written. */
  readonly id: string | null;
}

/** What the tool says before it answers. Null is what it did not say. */
export interface AdminBanner {
  readonly toolVersion: string | null;
  /** In the words of the tool's locale. */
  readonly toolBuildDate: string | null;
  /** Version of the server. */
  readonly softwareVersion: string | null;
  /** In the words of the tool's locale. */
  readonly buildDate: string | null;
  readonly mode: 'standalone' | 'failover' | null;
  readonly isReady: boolean | null;
  readonly servers: readonly AdminServer[];
}

/** What the tool printed for one command. */
export interface CommandOutput {
  /** The command, where the tool echoes it behind its prompt. */
  readonly command: string | null;
  /** Line of the whole text where the output begins, from 1. */
  readonly lineNumber: number;
  /** Without prompt, blank lines and warnings. */
  readonly lines: readonly string[];
}

/** The tool reached a server. */
export interface AdminSession extends AdminBanner {
  readonly type: 'session';
  /** Lines that begin with `Warning:`, for example of a restricted connection. */
  readonly warnings: readonly string[];
  /** Whether a warning speaks of a restricted connection: read-only, as a monitor wants it. */
  readonly isRestricted: boolean;
  /**
   * The answers, in order. Do not log them: where the tool echoes its commands, a password can be
   * among the lines.
   */
  readonly outputs: readonly CommandOutput[];
  /**
   * `endNotSeen` where no prompt stands last. A text that is cut off right behind a prompt cannot
   * be told from a whole one, so count the answers.
   */
  readonly faults: readonly CapacityFault[];
}
