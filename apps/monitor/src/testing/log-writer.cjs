// A licence server for crash tests, a process of its own: appends numbered grants and detachments
// as fast as one a millisecond, cuts some lines in two in the middle of a letter, and every few
// hundred lines rotates its log in the next of four ways: a new name, renaming, copying and
// truncating, and copying slowly. Ends on SIGTERM, after a whole line and a whole copy, and prints how
// many lines it wrote.
const {
  appendFileSync,
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeSync,
} = require('node:fs');
const { join } = require('node:path');

const [directory] = process.argv.slice(2);
const LINES_PER_FILE = 300;
/** Lines that are written while a slow copy is half-way. */
const LINES_PER_COPY = 40;
const START = Date.UTC(2025, 4, 19, 8);

let file;
let written = 0;
let isEnding = false;
process.on('SIGTERM', () => (isEnding = true));

const two = (number) => String(number).padStart(2, '0');

function stamp(at) {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 10).replaceAll('-', '/')} ${iso.slice(11, 19)}:${iso.slice(20, 23)}`;
}

/** Each session is granted by one line and ended by the line after the next. */
function line(number) {
  const session = Math.floor(number / 4) * 2 + (number % 2);
  const action = number % 4 < 2 ? 'Grant' : number % 8 < 4 ? 'Detachment' : 'TimeOut';
  const id = session.toString(16).toUpperCase().padStart(16, '0');
  const client = `WS-${two(session % 40)} (41A00000000000${two(session % 40)}-0a0000${two(session % 40)}.1)`;
  return `${stamp(START + number)} I USGTRACING  ${action}!!MD2!${id}!Dassault Systemes V5!ConcurrentUser!1!STD!${client}!10.0.0.${session % 40}!chloé${session % 40}!${number}\n`;
}

/** Stamped as the server names its files, so names tell their age. */
const nameOf = (number) =>
  join(directory, `LicenseServer${stamp(START + number).replace(/\D/g, '')}.log`);
const current = join(directory, 'LicenseServer.log');

function open(path) {
  if (file !== undefined) closeSync(file);
  file = openSync(path, 'a');
}

let copied;
const rotations = [
  () => open(nameOf(written)),
  () => open(current),
  () => {
    renameSync(current, nameOf(written));
    open(current);
  },
  () => {
    copyFileSync(current, nameOf(written));
    truncateSync(current);
  },
  () => {
    const name = nameOf(written);
    const bytes = readFileSync(current);
    copied = { name, length: Math.floor(bytes.length / 2), at: written + LINES_PER_COPY };
    appendFileSync(name, bytes.subarray(0, copied.length));
  },
];

/** The rest of a slow copy, with what was written meanwhile; then the log begins anew. */
function finishCopy() {
  appendFileSync(copied.name, readFileSync(current).subarray(copied.length));
  truncateSync(current);
  copied = undefined;
}

function next() {
  if (copied !== undefined && written >= copied.at) finishCopy();
  if (written % LINES_PER_FILE === 0) {
    rotations[(written / LINES_PER_FILE) % rotations.length]();
  }
  const bytes = Buffer.from(line(written));
  const cut = written % 7 === 0 ? bytes.indexOf('é') + 1 : bytes.length;
  writeSync(file, bytes.subarray(0, cut));
  const finish = () => {
    writeSync(file, bytes.subarray(cut));
    written++;
    if (isEnding) end();
    else setTimeout(next, 1);
  };
  if (cut < bytes.length) setTimeout(finish, 1);
  else finish();
}

/** A copy that is half-way would leave lines in two files. */
function end() {
  if (copied !== undefined) finishCopy();
  process.stdout.write(String(written), () => process.exit(0));
}

next();
