import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { usageLine } from './log-lines';

/**
 * A licence server as a test drives it: writes numbered grants and rotates its log in every way that
 * is known. What it has written whole is what a follower must have read.
 */
export class LogServer {
  /** Users of all lines that were written whole, in their order. */
  readonly written: string[] = [];
  private handle: number;
  private half = '';
  private files = 1;

  constructor(private readonly path: (name: string) => string) {
    this.handle = openSync(this.current, 'a');
  }

  private get current(): string {
    return this.path('LicenseServer.log');
  }

  append(): void {
    this.finish();
    writeSync(this.handle, this.nextLine());
  }

  appendHalf(): void {
    this.finish();
    this.half = this.nextLine();
    this.written.pop();
    writeSync(this.handle, this.half.slice(0, this.half.length / 2));
  }

  /** Writes the rest of a half line, if there is one. */
  finish(): void {
    if (this.half === '') return;
    writeSync(this.handle, this.half.slice(this.half.length / 2));
    this.written.push(userOf(this.half));
    this.half = '';
  }

  /** A new name each time, as the server itself does it. */
  rotateByRename(): void {
    this.append();
    renameSync(this.current, this.path(`LicenseServer.${this.files++}.log`));
    this.append();
    this.reopen();
  }

  /** As a rotation that moves old logs elsewhere does it. */
  rotateOut(): void {
    renameSync(this.current, this.path(`old.${this.files++}.txt`));
    this.append();
  }

  delete(): void {
    rmSync(this.current);
    this.append();
  }

  copy(): string {
    const copy = this.path(`LicenseServer.${this.files++}.log`);
    copyFileSync(this.current, copy);
    return copy;
  }

  /** The half that a copy has come to, before the rest follows. */
  copyHalf(): () => void {
    const copy = this.path(`LicenseServer.${this.files++}.log`);
    const bytes = readFileSync(this.current);
    const middle = Math.floor(bytes.length / 2);
    appendFileSync(copy, bytes.subarray(0, middle));
    return () => appendFileSync(copy, bytes.subarray(middle));
  }

  truncate(): void {
    this.half = '';
    truncateSync(this.current);
  }

  /** Begins a new file; what was cut stays cut. */
  reopen(): void {
    this.half = '';
    closeSync(this.handle);
    this.handle = openSync(this.current, 'a');
  }

  /** Deletes the log and begins another, which may get the inode of the old one. */
  replace(): void {
    this.half = '';
    closeSync(this.handle);
    if (existsSync(this.current)) rmSync(this.current);
    this.handle = openSync(this.current, 'a');
  }

  close(): void {
    closeSync(this.handle);
  }

  private nextLine(): string {
    const number = this.written.length + this.files * 100_000;
    this.written.push(`u${number}`);
    return usageLine('Grant', this.seconds++, { user: `u${number}` });
  }

  private seconds = 0;
}

const userOf = (line: string) => /!(u\d+)\n$/.exec(line)?.[1] ?? '';
